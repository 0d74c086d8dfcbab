// Counts packets and bytes of an interface in both directions: one program for tc's ingress hook, one for its egress
// hook, and one map that both write. tc loads the object once for each hook, so the map is pinned by its name: the
// second load finds the map of the first instead of making its own.
#include <linux/bpf.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>

enum direction { INGRESS, EGRESS, DIRECTIONS };

struct traffic {
	__u64 packets;
	__u64 bytes;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, DIRECTIONS);
	__type(key, __u32);
	__type(value, struct traffic);
	__uint(pinning, LIBBPF_PIN_BY_NAME);
} tc_accounting SEC(".maps");

// TC_ACT_UNSPEC leaves the packet to the filter's own action: counting decides nothing.
static int account(struct __sk_buff *skb, __u32 direction)
{
	struct traffic *traffic = bpf_map_lookup_elem(&tc_accounting, &direction);

	if (!traffic)
		return TC_ACT_UNSPEC;
	__sync_fetch_and_add(&traffic->packets, 1);
	__sync_fetch_and_add(&traffic->bytes, skb->len);
	return TC_ACT_UNSPEC;
}

SEC("tc")
int ingress(struct __sk_buff *skb)
{
	return account(skb, INGRESS);
}

SEC("tc")
int egress(struct __sk_buff *skb)
{
	return account(skb, EGRESS);
}
