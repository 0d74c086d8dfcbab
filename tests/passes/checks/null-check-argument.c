// NULL is passed to a kfunc that wants an object. The kernel says the same.
// REQUIRES: bpf-load
// RUN: not %bpfcc -DARGUMENT=0 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DARGUMENT=0 -Wno-bpf-null-check %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DARGUMENT=task %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct task_struct___here { int pid; } __attribute__((preserve_access_index));
extern struct task_struct___here *bpf_task_from_pid(int pid) __ksym;
extern struct task_struct___here *bpf_task_acquire(struct task_struct___here *task) __ksym;
extern void bpf_task_release(struct task_struct___here *task) __ksym;

SEC("syscall") int program(void *ctx) {
  struct task_struct___here *task = bpf_task_from_pid(1), *again;
  if (!task)
    return 0;
  // CHECK: null-check-argument.c:[[@LINE+1]]:11: error: bpf_task_acquire() does not accept NULL as its first argument [-Wbpf-null-check]
  again = bpf_task_acquire((void *)ARGUMENT);
  if (again)
    bpf_task_release(again);
  bpf_task_release(task);
  return 0;
}
// KERNEL: program: rejected:
// FIXED: program: loads
char license[] SEC("license") = "GPL";
// CHECK: 1 error generated
