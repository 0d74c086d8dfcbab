// A pointer that the context of a raw tracepoint holds is a number: the section whose arguments have types.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: {{.*}} is only a number to the verifier: it was read from the context
// CHECK: note: use SEC("tp_btf/..."), whose arguments have types, or read it with BPF_CORE_READ()
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct task_struct {
  int pid;
} __attribute__((preserve_access_index));
#ifdef REPAIRED
SEC("tp_btf/sched_switch")
#else
SEC("raw_tp/sched_switch")
#endif
int read(__u64 *ctx)
{
  struct task_struct *t = (void *)ctx[1];
  return t->pid == 1;
}
char _license[] SEC("license") = "GPL";
