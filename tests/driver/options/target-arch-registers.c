// With __TARGET_ARCH_x PT_REGS_PARM1() works: without it bpf_tracing.h stops the compile.
// RUN: %bpfcc --arch=x86_64 %s -o %t.o
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
SEC("kprobe/do_unlinkat") int on_unlink(struct pt_regs *registers) { return PT_REGS_PARM1(registers) != 0; }
