// Registers, arguments of tracepoints and bpf_get_current_task() are numbers for the kernel, which cannot be accessed.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-kernel-pointer %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
struct file {
  long flags, mode;
};
struct enter {
  __u64 unused;
  long number;
  unsigned long args[6];
};
#ifndef FIXED
SEC("kprobe/do_exit") int task(void *ctx) {
  struct file *task = (void *)bpf_get_current_task();
  // CHECK: kernel-pointer.c:[[@LINE+1]]:16: error: 'task' is an address that the kernel does not know as a pointer, and is accessed directly [-Wbpf-kernel-pointer]
  return task->mode;
  // CHECK: note: read it with BPF_CORE_READ() or bpf_probe_read_kernel(), or get the task with bpf_get_current_task_btf()
}
// KERNEL-DAG: task: rejected:
SEC("kprobe/vfs_read") int reg(struct pt_regs *ctx) {
  struct file *file = (void *)PT_REGS_PARM1(ctx);
  // CHECK: kernel-pointer.c:[[@LINE+1]]:16: error: 'file' is an address that the kernel does not know as a pointer
  return file->mode;
}
// KERNEL-DAG: reg: rejected:
SEC("raw_tp/sched_switch") int argument(struct bpf_raw_tracepoint_args *ctx) {
  struct file *task = (void *)ctx->args[1];
  // CHECK: kernel-pointer.c:[[@LINE+1]]:16: error: 'task' is an address that the kernel does not know as a pointer
  return task->mode;
}
// KERNEL-DAG: argument: rejected:
SEC("tp/syscalls/sys_enter_openat") int user(struct enter *ctx) {
  char name[16] = {};
  // CHECK: kernel-pointer.c:[[@LINE+1]]:3: warning: {{.*}} is an address in user space: bpf_probe_read_kernel_str() reads nothing there
  bpf_probe_read_kernel_str(name, sizeof name, (void *)ctx->args[1]);
  // CHECK: note: use bpf_probe_read_user_str()
  return name[0];
}
// KERNEL-DAG: user: loads
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("raw_tp/sched_switch") int fixed(struct bpf_raw_tracepoint_args *ctx) {
  struct file *task = (void *)ctx->args[1];
  long mode = 0;
  bpf_probe_read_kernel(&mode, sizeof mode, &task->mode);
  return mode + ctx->args[0];
}
SEC("tp/syscalls/sys_enter_openat") int from_user(struct enter *ctx) {
  char name[16] = {};
  bpf_probe_read_user_str(name, sizeof name, (void *)ctx->args[1]);
  return name[0] + ctx->args[2];
}
SEC("kprobe/do_exit") int printed(void *ctx) {
  bpf_printk("%lx", bpf_get_current_task());
  return 0;
}
char license[] SEC("license") = "GPL";
// FIXED-DAG: fixed: loads
// FIXED-DAG: from_user: loads
// FIXED-DAG: printed: loads
