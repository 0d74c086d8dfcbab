// Reading data again and comparing it with the data_end of before proves nothing to the kernel.
// REQUIRES: bpf-load
// RUN: not %bpfcc -I%S/../Inputs -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -I%S/../Inputs -Wno-bpf-stale-packet-pointer -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include "packet.h"
SEC("xdp") int program(struct xdp_md *ctx) {
  READ_IP(ctx)
  if (bpf_xdp_adjust_tail(ctx, -4))
    return 0;
  ip = (void *)(long)ctx->data + ETH_HLEN;
  // CHECK: stale-packet-pointer-bound.c:[[@LINE+1]]:{{[0-9]+}}: error: 'end' was read before bpf_xdp_adjust_tail(), so this bounds check proves nothing
  if ((void *)(ip + 1) > end)
    return 0;
  return ip->protocol;
}
// CHECK: 1 error generated
// REJECTED: program: rejected
