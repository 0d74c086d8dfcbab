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
  // CHECK: loop-unroll.c:[[@LINE+4]]:3: warning: the loop is left, though a pragma wants it unrolled [-Wbpf-loop]
  // CHECK: note: what LLVM left of it runs {{[0-9]+}} times; it unrolls up to about 16000 instructions
  // OLD: loop-unroll.c:[[@LINE+2]]:3: error: a loop is left; kernel 5.2 takes none [-Wbpf-loop]
  // OLD: note: what LLVM left of it runs
  for (int i = 0; i < TURNS; ++i)
    bpf_get_prandom_u32();
  return XDP_PASS;
}
SEC("xdp") int counted(struct xdp_md *ctx) {
#ifndef REPAIRED
  // OLD: loop-unroll.c:[[@LINE+2]]:3: error: a loop is left
#pragma unroll 8
  for (int i = 0; i < 4000; ++i)
    bpf_get_prandom_u32();
#endif
  return XDP_PASS;
}
