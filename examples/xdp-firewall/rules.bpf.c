// What becomes of a packet. The rule with the longest prefix decides; of rules with the same prefix the one with a port
// comes before the one with only a protocol, and that before the one with neither. A packet without a rule passes.
#include "fw.bpf.h"

// IPv4 and IPv6 lie in one trie: the family is among the bits that must match. A kernel before 6.13 needs room for one more,
// also where a rule takes the place of another.
struct {
	__uint(type, BPF_MAP_TYPE_LPM_TRIE);
	__uint(max_entries, MAX_RULES + 1);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, struct rule_key);
	__type(value, struct rule);
	__uint(pinning, LIBBPF_PIN_BY_NAME);
} rules SEC(".maps");

struct counters counters SEC(".maps");

static const struct rule *longer(const struct rule *best, const struct rule *other)
{
	if (!best || (other && other->length > best->length))
		return other;
	return best;
}

static const struct rule *find(const struct packet *packet)
{
	struct rule_key key = {
		.bits = EXACT_BITS + (packet->family == IPV4 ? 32 : 128),
		.family = packet->family,
		.protocol = packet->protocol,
		.port = packet->port,
	};
	const struct rule *rule;

	__builtin_memcpy(key.address, packet->source, sizeof(key.address));
	rule = bpf_map_lookup_elem(&rules, &key);
	key.port = 0;
	rule = longer(rule, bpf_map_lookup_elem(&rules, &key));
	key.protocol = 0;
	return longer(rule, bpf_map_lookup_elem(&rules, &key));
}

int decide(const struct packet *packet)
{
	const struct rule *rule;
	struct counter *counter;
	__u32 slot = NO_RULE;
	int action = PASS;

	// The kernel verifies a global function for any caller, also for one that has no packet.
	if (!packet)
		return PASS;
	rule = find(packet);
	if (rule) {
		slot = rule->slot;
		action = rule->action;
	}
	counter = bpf_map_lookup_elem(&counters, &slot);
	if (counter)
		add_packet(counter, packet->bytes);
	return action;
}

char LICENSE[] SEC("license") = "GPL";
