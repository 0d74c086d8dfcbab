// A call of what is defined elsewhere, a helper for one, is reported at the call, and without LLVM's own message.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern long other(long, long, long, long, long, long) __ksym;
SEC("xdp") int prog(struct xdp_md *ctx) {
  char format[] = "%d %d %d %d";
  // CHECK: [[@LINE+1]]:3: error: this call of a helper passes 6 arguments; BPF has registers for 5 [-Wbpf-argument-count]
  bpf_trace_printk(format, sizeof(format), 1, 2, 3, 4);
  // CHECK: note: bpf_printk() accepts more than three values
  // CHECK: [[@LINE+1]]:10: error: this call of 'other' passes 6 arguments; BPF has registers for 5 [-Wbpf-argument-count]
  return other(1, 2, 3, 4, 5, 6);
}
// CHECK-NOT: too many arguments
// CHECK: 2 errors generated.
char license[] SEC("license") = "GPL";
