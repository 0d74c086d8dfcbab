// Packets by their length; what was not used for long makes room.
#include "legacy.h"

struct bpf_elf_map MAPS counts = {
	.type = BPF_MAP_TYPE_LRU_HASH,
	.size_key = sizeof(__u32),
	.size_value = sizeof(__u64),
	.max_elem = 64,
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
