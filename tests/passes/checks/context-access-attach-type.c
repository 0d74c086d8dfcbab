// What a program may read can depend on what it attaches to, which the program that loads it may set: a warning for libbpf, an error
// for a loader that nobody's own program uses.
// RUN: %bpfcc -Werror %s -o %t.o 2>&1 | FileCheck %s --check-prefixes=CHECK,LIBRARY
// RUN: not %bpfcc --loader=bpftool %s -o %t.o 2>&1 | FileCheck %s --check-prefixes=CHECK,COMMAND
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int bad(struct xdp_md *ctx) {
  // LIBRARY: context-access-attach-type.c:[[@LINE+2]]:15: warning: 'egress_ifindex' of struct xdp_md cannot be read by programs in section 'xdp'
  // COMMAND: context-access-attach-type.c:[[@LINE+1]]:15: error: 'egress_ifindex' of struct xdp_md cannot be read by programs in section 'xdp'
  return ctx->egress_ifindex == 1;
  // LIBRARY: note: programs of this type that attach elsewhere may
}
// CHECK-NOT: {{(error|warning):}}
SEC("xdp/devmap") int good(struct xdp_md *ctx) { return ctx->egress_ifindex == 1; }
char license[] SEC("license") = "GPL";
// CHECK: 1 {{error|warning}} generated
