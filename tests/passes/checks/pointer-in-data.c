// Nobody fills in the addresses of a table. The texts themselves are data that loads.
// REQUIRES: bpf-load
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-error=bpf-pointer-in-data -c %s -o %t.o 2>/dev/null && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -DREPAIRED -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef REPAIRED
#define TEXT const char names[][4]
#else
#define TEXT const char *const names[]
#endif
static TEXT = {"tcp", "udp", "any", "all"};
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: pointer-in-data.c:[[@LINE+4]]:10: error: 'names' contains the address of the string "tcp", which no loader relocates: this reads 0 [-Wbpf-pointer-in-data]
  // CHECK: pointer-in-data.c:[[@LINE-3]]:{{[0-9]+}}: note: 'names' is declared here
  // CHECK: note: store the strings themselves
  // CHECK-NEXT: 1 error generated
  return names[ctx->ingress_ifindex & 3][0];
}
// REJECTED: program: rejected: {{.*}}invalid mem access 'scalar'
// LOADS: program: loads
