// The program that mutate.py mutates: types by name, by tag, behind pointers, in declarations of its own.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

struct seen {
	pid_t pid;
	u32 count;
	struct list_head list;
	enum pid_type type;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, u32);
	__type(value, struct seen);
} tasks SEC(".maps");

struct task_struct___old {
	long state;
} __attribute__((preserve_access_index));

SEC("tp_btf/sched_switch")
int on_switch(u64 *ctx)
{
	struct task_struct *task = (void *)ctx[1];
	struct seen value = {.pid = BPF_CORE_READ(task, pid), .type = PIDTYPE_TGID};
	u32 key = task->real_parent->tgid;

	if (bpf_core_field_exists(((struct task_struct___old *)0)->state))
		value.count = ((struct task_struct___old *)task)->state;
	else
		value.count = task->__state;
	bpf_map_update_elem(&tasks, &key, &value, BPF_ANY);
	return bpf_core_type_size(struct list_head) + task->comm[0];
}

char _license[] SEC("license") = "GPL";
