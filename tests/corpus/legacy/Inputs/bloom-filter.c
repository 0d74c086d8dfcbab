// Marks packets whose hash was seen before.
#include "legacy.h"

struct bpf_map_def MAPS seen = {
	.type = BPF_MAP_TYPE_BLOOM_FILTER,
	.key_size = 0,
	.value_size = sizeof(__u32),
	.max_entries = 1024,
};

SEC("classifier")
int mark(struct __sk_buff *skb)
{
	__u32 hash = skb->hash;

	skb->mark = bpf_map_peek_elem(&seen, &hash) == 0;
	bpf_map_push_elem(&seen, &hash, BPF_ANY);
	return TC_ACT_UNSPEC;
}
