// A structure of the kernel cannot be written through a pointer that a program got, and not through one that it found.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct task { int pid; struct task *parent; } __attribute__((preserve_access_index));
int last;
SEC("tp_btf/sched_process_exec") int given(__u64 *ctx) {
  struct task *task = (void *)(long)ctx[0];
#ifndef FIXED
  // CHECK: read-only-structure.c:[[@LINE+1]]:13: error: this writes to a structure of the kernel [-Wbpf-read-only]
  task->pid = 3;
#endif
  last = task->pid;
  return 0;
}
SEC("lsm/file_open") int found(__u64 *ctx) {
  struct task *task = (void *)(long)ctx[0];
#ifndef FIXED
  // CHECK: error: this writes to a structure of the kernel
  task->parent->pid = 3;
#endif
  last = task->parent->pid;
  return 0;
}
char license[] SEC("license") = "GPL";
// CHECK: 2 errors generated
