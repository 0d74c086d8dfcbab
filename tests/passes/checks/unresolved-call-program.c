// A program cannot call another, and libbpf accepts no static one.
// REQUIRES: bpf-load
// RUN: not %bpfcc -DHOW= -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DHOW= -Wno-bpf-unresolved-call -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: not %bpfcc -DHOW=static -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=STATIC
// RUN: %bpfcc -DHOW=static -Wno-bpf-unresolved-call -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -DHOW=static -DREPAIRED -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef REPAIRED
#define OTHER
#else
#define OTHER SEC("xdp/other")
#endif
// STATIC: unresolved-call-program.c:[[@LINE+1]]:1: error: 'decide' in section 'xdp/other' is static, and no loader accepts static programs
OTHER HOW __attribute__((noinline)) int decide(struct xdp_md *ctx) { return ctx->ingress_ifindex; }
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: unresolved-call-program.c:[[@LINE+2]]:10: error: 'decide' is a program in section 'xdp/other'; a program cannot call another program
  // CHECK: note: remove SEC("xdp/other")
  return decide(ctx);
}
// REJECTED: libbpf rejects it
// LOADS: program: loads
