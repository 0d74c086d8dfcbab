// Packets by their length, in an array.
#include "legacy.h"

struct bpf_map_def MAPS counts = {
	.type = BPF_MAP_TYPE_ARRAY,
	.key_size = sizeof(__u32),
	.value_size = sizeof(__u64),
	.max_entries = 2048,
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
