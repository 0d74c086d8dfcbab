#include "rules.h"
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "rule.h"

#define STRING(x) #x
#define TEXT(x) STRING(x)

static enum outcome read_rules(const struct state *state, struct entry entries[MAX_RULES])
{
	struct rule_key key, *last = NULL;
	struct rule rule;
	int error;

	memset(entries, 0, MAX_RULES * sizeof(*entries));
	while (!(error = bpf_map_get_next_key(state->rules, last, &key))) {
		error = bpf_map_lookup_elem(state->rules, &key, &rule);
		if (error)
			break;
		if (rule.slot < MAX_RULES)
			entries[rule.slot] = (struct entry){ true, key, rule };
		last = &key;
	}
	return error == -ENOENT ? DONE : fail(error, "cannot read the rules");
}

enum outcome open_rules(struct state *state, struct entry entries[MAX_RULES])
{
	enum outcome outcome = lock_pins();

	if (outcome == DONE)
		outcome = open_state(state);
	if (outcome == DONE)
		outcome = read_rules(state, entries);
	return outcome;
}

// The slot of a rule with the same key, else the first free one, else MAX_RULES.
static int choose_slot(const struct entry entries[MAX_RULES], const struct rule_key *key)
{
	int first_free = MAX_RULES;

	for (int slot = MAX_RULES - 1; slot >= 0; slot--) {
		if (!entries[slot].used)
			first_free = slot;
		else if (!memcmp(&entries[slot].key, key, sizeof(*key)))
			return slot;
	}
	return first_free;
}

static int clear_counters(const struct state *state, __u32 slot)
{
	int count = libbpf_num_possible_cpus(), error;
	struct counter *none;

	if (count < 0)
		return count;
	none = calloc(count, sizeof(*none));
	if (!none)
		return -ENOMEM;
	error = bpf_map_update_elem(state->counters, &slot, none, BPF_ANY);
	free(none);
	return error;
}

enum outcome add_rule(const char *text)
{
	struct entry entries[MAX_RULES];
	char words[RULE_TEXT];
	enum outcome outcome;
	struct rule_key key;
	struct state state;
	struct rule rule;
	int error;

	outcome = read_rule(text, &key, &rule);
	if (outcome == DONE)
		outcome = open_rules(&state, entries);
	if (outcome != DONE)
		return outcome;

	rule.slot = choose_slot(entries, &key);
	if (rule.slot == MAX_RULES)
		return reject("'fwd delete NUMBER' makes room", "at most " TEXT(MAX_RULES) " rules are supported");
	error = clear_counters(&state, rule.slot);
	if (!error)
		error = bpf_map_update_elem(state.rules, &key, &rule, BPF_ANY);
	if (error)
		return fail(error, "cannot add the rule");
	printf("rule %d: %s\n", rule.slot + 1, rule_text(&key, &rule, ' ', words));
	return DONE;
}

enum outcome delete_rule(const char *number)
{
	struct entry entries[MAX_RULES];
	enum outcome outcome;
	struct state state;
	char *end;
	long chosen;
	int error;

	chosen = strtol(number, &end, 10);
	if (!*number || *end)
		return reject("'fwd list' shows the numbers", "'%s' is not a rule number", number);
	outcome = open_rules(&state, entries);
	if (outcome != DONE)
		return outcome;
	if (chosen < 1 || chosen > MAX_RULES || !entries[chosen - 1].used)
		return reject("'fwd list' shows the numbers", "no rule %s", number);
	error = bpf_map_delete_elem(state.rules, &entries[chosen - 1].key);
	return error ? fail(error, "cannot delete rule %s", number) : DONE;
}
