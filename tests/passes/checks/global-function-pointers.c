// From 5.6 to 5.11 a global function takes numbers and its context. Before, none is global; a static one is verified with its
// caller.
// REQUIRES: bpf-load
// RUN: not %bpfcc --kernel=5.6 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc --kernel=5.11 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --kernel=5.5 -Werror -c %s -o %t.o
// RUN: %bpfcc --kernel=5.11 -DREPAIRED -Werror -c %s -o %t.o
// RUN: %bpfcc --kernel=5.12 -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct rule {
  int low, high;
};
#ifdef REPAIRED
static
#endif
    // CHECK: global-function-pointers.c:[[@LINE+2]]:{{[0-9]+}}: error: parameter 'rule' of global function 'weigh' is a pointer; kernels before 5.12 reject it [-Wbpf-global-function]
    // CHECK: note: make 'weigh' static
    __attribute__((noinline)) int weigh(int first, const struct rule *rule) { return rule ? rule->low + first : 0; }
__attribute__((noinline)) int interface(struct xdp_md *ctx) { return ctx->ingress_ifindex; }
SEC("xdp") int program(struct xdp_md *ctx) {
  struct rule own = {1, 2};
  return weigh(interface(ctx), &own);
}
// CHECK: 1 error generated
// LOADS: program: loads
