// A function that is not static is called with less than its types say: which argument, and where the function is.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: the 1st argument of 'first()' is not what its types say
// CHECK: note: pass what the types of 'first()' say, or make it static
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct big {
  long x[4];
};
__attribute__((noinline)) int first(struct big *b) { return b ? b->x[3] & 1 : 0; }
SEC("xdp") int call(struct xdp_md *ctx)
{
#ifdef REPAIRED
  struct big b = {{ctx->rx_queue_index}};
  return first(&b);
#else
  long small = ctx->rx_queue_index;
  return first((void *)&small);
#endif
}
