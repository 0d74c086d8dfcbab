// No finding where --program-type says the type, nor for a section that says into which map its program belongs.
// RUN: %bpfcc %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %bpfcc -Werror --program-type=mine:xdp %s -o %t.o
// RUN: %bpfcc -Werror --program-type=mine:xdp --loader=bpftool %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __u32 type, size_key, size_value, max_elem, flags, id;
} jumps SEC("maps") = {BPF_MAP_TYPE_PROG_ARRAY, 4, 4, 2, 0, 1};
SEC("1/0") int next(struct xdp_md *ctx) { return XDP_DROP; }
SEC("1/1") int last(struct xdp_md *ctx) { return XDP_TX; }
// CHECK: section-name-said.c:[[@LINE+1]]:1: warning: libbpf knows no program type for section 'mine'
SEC("mine") int program(struct xdp_md *ctx) {
  bpf_tail_call(ctx, &jumps, 0);
  return XDP_PASS;
}
