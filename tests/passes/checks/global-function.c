// A global function is verified on its own: numbers, contexts and pointers to types of a known size, which may be NULL.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-global-function %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Wno-bpf-function-call %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OLD --allow-empty
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
// RUN: %bpfcc --kernel=5.5 -Wno-bpf-loop %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OLD --allow-empty
// OLD-NOT: {{(error|warning):}}
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct rule {
  int low, high;
};
#define GLOBAL __attribute__((noinline))
#ifndef FIXED
int counter;
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, int);
} table SEC(".maps");
// CHECK-DAG: global-function.c:[[@LINE+1]]:{{.*}}: error: global function 'nothing' returns nothing; kernels before 6.19 reject it [-Wbpf-global-function]
GLOBAL void nothing(int number) { counter += number; }
SEC("xdp") int returns_nothing(struct xdp_md *ctx) { return nothing(ctx->rx_queue_index), XDP_PASS; }
// KERNEL-DAG: returns_nothing: rejected:
// CHECK-DAG: global-function.c:[[@LINE+1]]:{{.*}}: error: global function 'pointer' returns a pointer; the kernel rejects it
GLOBAL int *pointer(__u32 key) { return bpf_map_lookup_elem(&table, &key); }
SEC("xdp") int returns_pointer(struct xdp_md *ctx) { return !!pointer(ctx->rx_queue_index); }
// KERNEL-DAG: returns_pointer: rejected:
// CHECK-DAG: global-function.c:[[@LINE+1]]:{{.*}}: error: parameter 'key' of global function 'untyped' is a pointer to void, whose size is not known; the kernel rejects it
GLOBAL int untyped(int number, void *key) { return key ? number + 1 : number; }
SEC("xdp") int passes_untyped(struct xdp_md *ctx) { return untyped(ctx->rx_queue_index, ctx); }
// KERNEL-DAG: passes_untyped: rejected:
// CHECK-DAG: global-function.c:[[@LINE+1]]:{{.*}}: error: parameter 'rule' of global function 'by_value' is a struct, passed by value; the kernel rejects it
GLOBAL int by_value(struct rule rule) { return rule.low + rule.high; }
SEC("xdp") int passes_struct(struct xdp_md *ctx) {
  return by_value((struct rule){ctx->rx_queue_index, ctx->ingress_ifindex});
}
// KERNEL-DAG: passes_struct: rejected:
GLOBAL int untested(const struct rule *rule) {
  // CHECK-DAG: global-function.c:[[@LINE+1]]:16: error: 'rule' may be NULL: global function 'untested' is verified on its own, whatever its callers pass
  return rule->low;
}
SEC("xdp") int passes_rule(struct xdp_md *ctx) {
  struct rule rule = {ctx->rx_queue_index, 2};
  return untested(&rule);
}
// KERNEL-DAG: passes_rule: rejected:
#endif
GLOBAL int tested(const struct rule *rule) { return rule ? rule->low : 0; }
GLOBAL int context(struct xdp_md *ctx) { return ctx->rx_queue_index; }
static GLOBAL void own(void *memory) { *(volatile int *)memory = 1; }
__hidden GLOBAL void hidden(void *memory) { *(volatile int *)memory = 1; }
GLOBAL void unused(void *memory) { *(int *)memory = 1; }
SEC("xdp") int fixed(struct xdp_md *ctx) {
  struct rule rule = {ctx->rx_queue_index, 2};
  own(&rule);
  hidden(&rule);
  return tested(&rule) + context(ctx);
}
char license[] SEC("license") = "GPL";
// FIXED: fixed: loads
