// The kernel accepts no recursion, not even where it ends soon; a loop it accepts.
// REQUIRES: bpf-load
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-stack-size -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -Werror -DREPAIRED -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static __attribute__((noinline)) int steps(int x) {
#ifdef REPAIRED
  int count = 0;
  for (int i = 0; i < 8 && x < 100; ++i, ++count)
    x += bpf_get_prandom_u32();
  return count;
#else
  if (x > 100 || !bpf_get_prandom_u32())
    return 0;
  // CHECK: stack-size-recursion.c:[[@LINE+2]]:{{[0-9]+}}: error: 'steps' calls itself; the kernel does not support recursion
  // CHECK: note: write it as a loop
  return steps(x + bpf_get_prandom_u32()) + steps(x + 2) + 1;
#endif
}
SEC("xdp") int program(struct xdp_md *ctx) { return steps(ctx->ingress_ifindex); }
// REJECTED: program: rejected: 
// LOADS: program: loads
