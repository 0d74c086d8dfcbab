// A map of maps, one of which comes with the object.
#include "legacy.h"

#define INNER 11

struct bpf_elf_map MAPS inner = {
	.type = BPF_MAP_TYPE_ARRAY,
	.size_key = sizeof(__u32),
	.size_value = sizeof(__u64),
	.max_elem = 1,
	.id = INNER,
	.inner_idx = 2,
};

struct bpf_elf_map MAPS outer = {
	.type = BPF_MAP_TYPE_ARRAY_OF_MAPS,
	.size_key = sizeof(__u32),
	.size_value = sizeof(__u32),
	.max_elem = 4,
	.inner_id = INNER,
	.pinning = PIN_GLOBAL_NS,
};

SEC("classifier")
int count(struct __sk_buff *skb)
{
	__u32 key = 2, first = 0;
	void *counts = bpf_map_lookup_elem(&outer, &key);
	__u64 *packets = counts ? bpf_map_lookup_elem(counts, &first) : NULL;

	if (packets)
		__sync_fetch_and_add(packets, 1);
	return TC_ACT_OK;
}
