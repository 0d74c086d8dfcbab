// Before Linux 5.3 no loop is accepted, also none that is reached only where a value that is fixed at load time says so: the old
// verifier looks at all jumps. One in a function that no program reaches is not loaded.
// RUN: not %bpfcc --kernel=5.2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --kernel=5.2 -DREPAIRED -Werror -c %s -o %t.o
// RUN: %bpfcc --kernel=5.3 -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
const volatile int wanted = 0;
#ifdef REPAIRED
#define UNROLL _Pragma("unroll")
#define LIMIT 8
#else
#define UNROLL
#define LIMIT (ctx->rx_queue_index & 0xff)
#endif
int forgotten(int sum) {
  for (int i = 0; i < 300; ++i)
    sum += bpf_get_prandom_u32();
  return sum;
}
SEC("xdp") int program(struct xdp_md *ctx) {
  int sum = 0;
  UNROLL
  // CHECK: loop-old-kernel.c:[[@LINE+2]]:3: error: this loop was not unrolled, and kernel 5.2 does not support loops [-Wbpf-loop]
  // CHECK: note: it runs 300 times; put '#pragma unroll' before it to unroll it
  for (int i = 0; i < 300; ++i)
    sum += bpf_get_prandom_u32();
  if (wanted) {
    UNROLL
    // CHECK: loop-old-kernel.c:[[@LINE+2]]:5: error: this loop was not unrolled, and kernel 5.2 does not support loops
    // CHECK: note: 'rx_queue_index' of 'ctx' determines the number of iterations: count to a constant, for (i = 0; i < 16; i++), and exit early with break
    for (int i = 0; i < LIMIT; ++i)
      sum += bpf_get_prandom_u32();
  }
  return sum;
}
// CHECK: 2 errors generated
