// Packets by their length, in an array for each processor.
#include "legacy.h"

struct bpf_elf_map MAPS counts = {
	.type = BPF_MAP_TYPE_PERCPU_ARRAY,
	.size_key = sizeof(__u32),
	.size_value = sizeof(__u64),
	.max_elem = 2048,
};

SEC("classifier")
int count(struct __sk_buff *skb)
{
	__u32 key = skb->len;
	__u64 *packets = bpf_map_lookup_elem(&counts, &key);

	if (packets)
		__sync_fetch_and_add(packets, 1);
	return 0;
}
