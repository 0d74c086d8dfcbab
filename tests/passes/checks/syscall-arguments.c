// The wrapper of a system call has the registers of the call as its parameter. The program loads, with other values.
// REQUIRES: bpf-load
// RUN: %bpfcc -DARCH -D__TARGET_ARCH_x86 %s -o %t.o 2>&1 | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: not %bpfcc -Werror %s -o %t.o
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#ifndef FIXED
// CHECK: syscall-arguments.c:[[@LINE+2]]:{{.*}}: warning: __x64_sys_openat() has a single parameter, the registers of the system call; argument 2 is undefined [-Wbpf-syscall-arguments]
SEC("kprobe/__x64_sys_openat")
int BPF_KPROBE(program, int folder, const char *name) { return name != 0; }
// CHECK: note: use SEC("ksyscall/openat") with BPF_KSYSCALL()
// KERNEL: program: loads
#endif
#ifndef FIXED
// CHECK: warning: __x64_sys_close() has a single parameter, the registers of the system call; argument 1 is undefined
SEC("kprobe/__x64_sys_close") int BPF_KPROBE(first, int file) { return file > 2; }
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("kprobe/__x64_sys_openat") int registers(struct pt_regs *ctx) {
  struct pt_regs *inner = (void *)PT_REGS_PARM1(ctx);
  const char *name = 0;
  bpf_probe_read_kernel(&name, sizeof name, &PT_REGS_PARM2(inner));
  return name != 0;
}
SEC("kprobe/vfs_read") int BPF_KPROBE(other, void *file, char *buffer) { return buffer != 0; }
char license[] SEC("license") = "GPL";
// FIXED-DAG: registers: loads
// FIXED-DAG: other: loads
