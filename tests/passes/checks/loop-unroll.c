// A pragma that was not honoured, of which LLVM says nothing. A count leaves a loop on purpose.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: not %bpfcc --kernel=5.2 -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OLD
// RUN: %bpfcc -DREPAIRED -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef REPAIRED
#define TURNS 100
#else
#define TURNS 60000
#endif
SEC("xdp") int large(struct xdp_md *ctx) {
#pragma unroll
  // CHECK: loop-unroll.c:[[@LINE+4]]:3: warning: the loop was not unrolled although a pragma requests it [-Wbpf-loop]
  // CHECK: note: the remaining loop runs {{[0-9]+}} times; LLVM unrolls up to about 16000 instructions
  // OLD: loop-unroll.c:[[@LINE+2]]:3: error: this loop was not unrolled, and kernel 5.2 does not support loops [-Wbpf-loop]
  // OLD: note: the remaining loop runs
  for (int i = 0; i < TURNS; ++i)
    bpf_get_prandom_u32();
  return XDP_PASS;
}
SEC("xdp") int counted(struct xdp_md *ctx) {
#ifndef REPAIRED
  // OLD: loop-unroll.c:[[@LINE+2]]:3: error: this loop was not unrolled
#pragma unroll 8
  for (int i = 0; i < 4000; ++i)
    bpf_get_prandom_u32();
#endif
  return XDP_PASS;
}
