// A loop that nothing leaves is rejected, by the kernel too; one that counts its iterations loads.
// REQUIRES: bpf-load
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-error=bpf-loop -c %s -o %t.o 2>/dev/null && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -DREPAIRED -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: loop.c:[[@LINE+5]]:3: error: this loop never exits, and the kernel rejects infinite loops [-Wbpf-loop]
  // CHECK: note: count its iterations and exit after a constant number
#ifdef REPAIRED
  for (int turn = 0; turn < 50; ++turn)
#else
  for (;;)
#endif
    bpf_get_prandom_u32();
  return XDP_PASS;
}
// CHECK: 1 error generated
// REJECTED: program: rejected
// LOADS: program: loads
