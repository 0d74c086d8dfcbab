// Where a function below makes a tail call, its callers may hold less than 256 bytes.
// REQUIRES: bpf-load
// RUN: not %bpfcc -DSIZE=256 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DSIZE=256 -Wno-bpf-stack-size -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -Werror -DSIZE=240 -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 4);
  __type(key, __u32);
  __type(value, __u32);
} next SEC(".maps");
static __attribute__((noinline)) int go_on(struct xdp_md *ctx) {
  bpf_tail_call(ctx, &next, 0);
  return XDP_PASS;
}
SEC("xdp") int program(struct xdp_md *ctx) {
  char text[SIZE] = {};
  bpf_get_current_comm(text, sizeof text);
  // CHECK: stack-size-tail-call.c:[[@LINE+1]]:10: error: 'go_on' calls bpf_tail_call() while its callers use 256 bytes of stack; the kernel allows less than 256
  return go_on(ctx) + text[1];
}
char license[] SEC("license") = "GPL";
// REJECTED: program: rejected: tail_calls are not allowed when call stack of previous frames is 256 bytes
// LOADS: program: loads
