// Looks a number up by its longest known prefix.
#include "legacy.h"

struct prefix {
	__u32 length;
	__u32 address;
};

struct bpf_map_def MAPS prefixes = {
	.type = BPF_MAP_TYPE_LPM_TRIE,
	.key_size = sizeof(struct prefix),
	.value_size = sizeof(__u32),
	.max_entries = 64,
	.map_flags = BPF_F_NO_PREALLOC,
};

SEC("classifier")
int mark(struct __sk_buff *skb)
{
	struct prefix key = { .length = 32, .address = skb->hash };

	skb->mark = bpf_map_lookup_elem(&prefixes, &key) != 0;
	return TC_ACT_UNSPEC;
}
