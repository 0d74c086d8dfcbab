// bpf_get_current_task() returns a number; the one that returns a pointer.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: 't' is only a number to the verifier: bpf_get_current_task() returns no pointer that can be followed
// CHECK: note: 't' is returned by bpf_get_current_task() here
// CHECK: note: bpf_get_current_task_btf() returns one
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct task_struct {
  int pid;
} __attribute__((preserve_access_index));
SEC("tp_btf/sched_switch") int read(__u64 *ctx)
{
#ifdef REPAIRED
  struct task_struct *t = bpf_get_current_task_btf();
#else
  struct task_struct *t = (void *)bpf_get_current_task();
#endif
  return t->pid == 1;
}
char _license[] SEC("license") = "GPL";
