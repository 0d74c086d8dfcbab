// A call of a function without a body is an error in the final object; with -c, another source may define it.
// REQUIRES: bpf-load
// RUN: rm -rf %t && mkdir %t && cd %t && cp %s prog.c
// RUN: rejects 1 %bpfcc prog.c 2>&1 | FileCheck %s
// RUN: %bpfcc -c prog.c 2>&1 | FileCheck %s --check-prefix=WARNING
// RUN: kernel-says prog.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -c prog.c -Werror 2>&1 | FileCheck %s --check-prefix=WERROR
// RUN: %bpfcc -DREPAIRED -Werror prog.c && kernel-says prog.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef REPAIRED
static inline int limit_of(__u32 interface) { return interface > 3; }
#else
extern int limit_of(__u32 interface);
#endif
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: prog.c:[[@LINE+4]]:10: error: 'limit_of' is not defined in this object [-Wbpf-unresolved-call]
  // CHECK: note: define it here, link with the source that defines it, or mark it __ksym
  // WARNING: prog.c:[[@LINE+2]]:10: warning: 'limit_of' is not defined in this object [-Wbpf-unresolved-call]
  // WERROR: warning: 'limit_of' is not defined in this object [-Wbpf-unresolved-call]
  return limit_of(ctx->ingress_ifindex) ? XDP_DROP : XDP_PASS;
}
// REJECTED: libbpf rejects it
// LOADS: program: loads
