// A function that looks like a program and has no section: alone it is one, beside programs it is not loaded. One that is called, also
// where it was inlined, is a function.
// REQUIRES: bpf-load
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=SAYS --implicit-check-not=pass
// RUN: %bpfcc -DSECTION='SEC("xdp")' -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=BOTH
// RUN: %bpfcc -DALONE -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef SECTION
#define SECTION
#endif
// CHECK: section-name-text.c:[[@LINE+2]]:{{[0-9]+}}: warning: 'pass' looks like a program but has no SEC(): loaders treat it as a subprogram, and nothing calls it [-Wbpf-section-name]
// CHECK: note: add SEC("xdp") if it is a program, or make it static if it is not
SECTION int pass(struct xdp_md *ctx) { return ctx->ingress_ifindex ? XDP_PASS : XDP_DROP; }
#ifndef ALONE
int port(struct xdp_md *ctx) { return ctx->rx_queue_index; }
__attribute__((noinline)) int interface(struct xdp_md *ctx) { return ctx->ingress_ifindex; }
int number(struct bpf_sock_ops *other) { return 0; }
SEC("xdp") int drop(struct xdp_md *ctx) { return port(ctx) + interface(ctx) ? XDP_DROP : XDP_PASS; }
#endif
// CHECK: 1 warning generated
// SAYS: drop: loads
// BOTH: pass: loads
// BOTH: drop: loads
