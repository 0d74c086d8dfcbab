// Counts for each process how often it becomes another program. The kernel wants to know the types.
#include "legacy.h"

struct bpf_map_def MAPS execs = {
	.type = BPF_MAP_TYPE_TASK_STORAGE,
	.key_size = sizeof(int),
	.value_size = sizeof(__u64),
	.max_entries = 0,
	.map_flags = BPF_F_NO_PREALLOC,
};
BPF_ANNOTATE_KV_PAIR(execs, int, __u64);

struct task_struct;

SEC("tp_btf/sched_process_exec")
int count(__u64 *context)
{
	__u64 *times = bpf_task_storage_get(&execs, (struct task_struct *)context[0], NULL, BPF_LOCAL_STORAGE_GET_F_CREATE);

	if (times)
		__sync_fetch_and_add(times, 1);
	return 0;
}
