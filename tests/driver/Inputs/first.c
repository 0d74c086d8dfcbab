// What almost every program includes, and the registers of the machine.
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
SEC("kprobe/do_unlinkat") int on_unlink(struct pt_regs *registers) { return PT_REGS_PARM1(registers) != 0; }
char _license[] SEC("license") = "GPL";
