// A key and a value with types of their own, which the definition only knows by their size.
#include "legacy.h"

struct flow {
	__u32 from;
	__u32 to;
};

struct traffic {
	__u64 packets;
	__u64 bytes;
};

struct bpf_elf_map MAPS flows = {
	.type = BPF_MAP_TYPE_LRU_HASH,
	.size_key = sizeof(struct flow),
	.size_value = sizeof(struct traffic),
	.max_elem = 64,
	.pinning = PIN_GLOBAL_NS,
};
BPF_ANNOTATE_KV_PAIR(flows, struct flow, struct traffic);

SEC("classifier")
int count(struct __sk_buff *skb)
{
	struct flow flow = { .from = skb->ingress_ifindex, .to = skb->ifindex };
	struct traffic *traffic = bpf_map_lookup_elem(&flows, &flow);

	if (traffic) {
		__sync_fetch_and_add(&traffic->packets, 1);
		__sync_fetch_and_add(&traffic->bytes, skb->len);
	}
	return TC_ACT_OK;
}
