// Keeps the lengths of packets, for who takes them out the last one first.
#include "legacy.h"

struct bpf_map_def MAPS lengths = {
	.type = BPF_MAP_TYPE_STACK,
	.key_size = 0,
	.value_size = sizeof(__u32),
	.max_entries = 16,
};

SEC("classifier")
int keep(struct __sk_buff *skb)
{
	__u32 length = skb->len;

	return bpf_map_push_elem(&lengths, &length, BPF_EXIST) ? TC_ACT_SHOT : TC_ACT_OK;
}
