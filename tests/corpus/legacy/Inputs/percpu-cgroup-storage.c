// Counts for each group of processes what it sends, on each processor.
#include "legacy.h"

struct bpf_map_def MAPS sent = {
	.type = BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE,
	.key_size = sizeof(struct bpf_cgroup_storage_key),
	.value_size = sizeof(__u64),
	.max_entries = 0,
};

SEC("cgroup_skb/egress")
int count(struct __sk_buff *skb)
{
	__u64 *packets = bpf_get_local_storage(&sent, 0);

	__sync_fetch_and_add(packets, 1);
	return 1;
}
