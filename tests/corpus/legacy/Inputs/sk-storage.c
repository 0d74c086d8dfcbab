// Counts for each socket what it sends. The kernel wants to know the types.
#include "legacy.h"

struct bpf_map_def MAPS sent = {
	.type = BPF_MAP_TYPE_SK_STORAGE,
	.key_size = sizeof(int),
	.value_size = sizeof(__u64),
	.max_entries = 0,
	.map_flags = BPF_F_NO_PREALLOC,
};
BPF_ANNOTATE_KV_PAIR(sent, int, __u64);

SEC("cgroup_skb/egress")
int count(struct __sk_buff *skb)
{
	__u64 *packets = skb->sk ? bpf_sk_storage_get(&sent, skb->sk, NULL, BPF_SK_STORAGE_GET_F_CREATE) : NULL;

	if (packets)
		__sync_fetch_and_add(packets, 1);
	return 1;
}
