// A CO-RE program that includes all types of the running kernel.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

__u32 parent;

SEC("tracepoint/sched/sched_switch") int on_switch(void *context) {
  struct task_struct *task = (void *)bpf_get_current_task();
  parent = BPF_CORE_READ(task, real_parent, tgid);
  return 0;
}

char License[] SEC("license") = "GPL";
