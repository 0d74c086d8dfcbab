// Counts the programs that each process starts: at every exec, the count of the parent grows by one. The parent's id is
// read through CO-RE: the object keeps the names of the fields, and libbpf puts in the offsets of the kernel that it
// loads on.
#include "vmlinux.h"
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "GPL";

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 4096);
	__type(key, pid_t);
	__type(value, __u64);
} children SEC(".maps");

SEC("tp_btf/sched_process_exec")
int BPF_PROG(count_exec, struct task_struct *task)
{
	pid_t parent = BPF_CORE_READ(task, real_parent, tgid);
	__u64 *count = bpf_map_lookup_elem(&children, &parent);
	__u64 first = 1;

	if (count)
		__sync_fetch_and_add(count, 1);
	else
		bpf_map_update_elem(&children, &parent, &first, BPF_NOEXIST);
	return 0;
}
