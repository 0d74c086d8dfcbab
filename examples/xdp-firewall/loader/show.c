#include "show.h"
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include "rule.h"
#include "rules.h"
#include "state.h"
#include "table.h"

static const char *const directions[DIRECTIONS] = { [INGRESS] = "in", [EGRESS] = "out" };

enum outcome list_rules(void)
{
	struct table table = { .alignment = "rlllr" };
	struct entry entries[MAX_RULES];
	enum outcome outcome;
	struct state state;

	outcome = open_rules(&state, entries);
	if (outcome != DONE)
		return outcome;
	table_row(&table, "RULE\tACTION\tFROM\tPROTOCOL\tPORT");
	for (int slot = 0; slot < MAX_RULES; slot++) {
		const struct entry *entry = &entries[slot];
		char words[RULE_TEXT];

		if (entry->used)
			table_row(&table, "%d\t%s", slot + 1, rule_text(&entry->key, &entry->rule, '\t', words));
	}
	table_print(&table);
	return DONE;
}

// The sum over all processors, of which each has its own value.
static int read_counter(int map, const void *key, struct counter *sum)
{
	int count = libbpf_num_possible_cpus(), error;
	struct counter *values;

	if (count < 0)
		return count;
	values = calloc(count, sizeof(*values));
	if (!values)
		return -ENOMEM;
	error = bpf_map_lookup_elem(map, key, values);
	*sum = (struct counter){};
	for (int i = 0; i < count && !error; i++) {
		sum->packets += values[i].packets;
		sum->bytes += values[i].bytes;
	}
	free(values);
	return error;
}

static enum outcome show_rules(const struct state *state, const struct entry entries[MAX_RULES])
{
	static const struct {
		const char *action, *which;
	} others[] = {
		[NO_RULE - MAX_RULES] = { "pass", "(no rule)" },
		[NOT_IP - MAX_RULES] = { "pass", "(not IP)" },
		[MALFORMED - MAX_RULES] = { "drop", "(malformed)" },
	};
	struct table table = { .alignment = "rlllrrr" };

	table_row(&table, "RULE\tACTION\tFROM\tPROTOCOL\tPORT\tPACKETS\tBYTES");
	for (__u32 slot = 0; slot < SLOTS; slot++) {
		struct counter counter;
		char words[RULE_TEXT];
		int error;

		if (slot < MAX_RULES && !entries[slot].used)
			continue;
		error = read_counter(state->counters, &slot, &counter);
		if (error)
			return fail(error, "cannot read the counters");
		if (slot < MAX_RULES)
			table_row(&table, "%u\t%s\t%llu\t%llu", slot + 1,
				  rule_text(&entries[slot].key, &entries[slot].rule, '\t', words), counter.packets,
				  counter.bytes);
		else
			table_row(&table, "\t%s\t%s\t\t\t%llu\t%llu", others[slot - MAX_RULES].action,
				  others[slot - MAX_RULES].which, counter.packets, counter.bytes);
	}
	table_print(&table);
	return DONE;
}

static enum outcome show_interface(const struct state *state, __u32 ifindex, struct table *table)
{
	struct traffic_key key = { .ifindex = ifindex };
	size_t before = table->count;
	char name[IF_NAMESIZE], protocol[PROTOCOL_TEXT];
	struct counter counter;
	int error;

	// An interface of another network namespace has no name here.
	if (!if_indextoname(ifindex, name))
		snprintf(name, sizeof(name), "%u", ifindex);
	for (key.direction = 0; key.direction < DIRECTIONS; key.direction++) {
		for (key.protocol = 0; key.protocol <= OTHER_PROTOCOL; key.protocol++) {
			error = read_counter(state->traffic, &key, &counter);
			if (error == -ENOENT)
				continue;
			if (error)
				return fail(error, "cannot read the traffic");
			table_row(table, "%s\t%s\t%s\t%llu\t%llu", name, directions[key.direction],
				  protocol_text(key.protocol, protocol), counter.packets, counter.bytes);
		}
	}
	if (table->count == before)
		table_row(table, "%s\tboth\tany\t0\t0", name);
	return DONE;
}

enum outcome show_statistics(void)
{
	struct table table = { .alignment = "lllrr" };
	struct entry entries[MAX_RULES];
	__u32 ifindex, *last = NULL;
	enum outcome outcome;
	struct state state;

	outcome = open_rules(&state, entries);
	if (outcome == DONE)
		outcome = show_rules(&state, entries);
	if (outcome != DONE)
		return outcome;

	putchar('\n');
	table_row(&table, "INTERFACE\tDIRECTION\tPROTOCOL\tPACKETS\tBYTES");
	while (outcome == DONE && !bpf_map_get_next_key(state.interfaces, last, &ifindex)) {
		outcome = show_interface(&state, ifindex, &table);
		last = &ifindex;
	}
	table_print(&table);
	return outcome;
}
