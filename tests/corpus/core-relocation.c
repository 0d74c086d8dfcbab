// CO-RE: members of the kernel's own types, whose offsets libbpf finds when it loads; present or not.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <linux/types.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

struct task_struct {
  int pid, tgid;
  struct task_struct *real_parent;
  struct nothing_like_it *never_there;
} __attribute__((preserve_access_index));

__u32 parents[2];

SEC("tracepoint/sched/sched_switch") int on_switch(void *context) {
  struct task_struct *task = (void *)bpf_get_current_task();
  parents[0] = BPF_CORE_READ(task, real_parent, tgid);
  if (bpf_core_field_exists(task->never_there))
    parents[1] = BPF_CORE_READ(task, pid);
  return 0;
}

char License[] SEC("license") = "GPL";
