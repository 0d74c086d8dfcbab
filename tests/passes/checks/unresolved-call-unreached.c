// libbpf minds a call that goes nowhere, or to a program, also in a function that no program reaches.
// REQUIRES: bpf-load
// RUN: not %bpfcc -DCALLED=program %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DCALLED=program -Wno-bpf-unresolved-call %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: not %bpfcc -DCALLED=nowhere %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DCALLED=nowhere -Wno-bpf-unresolved-call %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern int nowhere(struct xdp_md *ctx);
SEC("xdp") __attribute__((noinline)) int program(struct xdp_md *ctx) { return ctx->rx_queue_index; }
// CHECK: [[@LINE+1]]:70: error: {{'nowhere' is not defined in this object|'program' is a program in section 'xdp'}}
__attribute__((noinline)) int forgotten(struct xdp_md *ctx) { return CALLED(ctx); }
// REJECTED: libbpf rejects it
