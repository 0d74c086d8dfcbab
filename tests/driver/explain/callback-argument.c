// A callback gets NULL for its context: the call that passes it.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: {{.*}} is NULL or a number: the 2nd argument of the callback, for which no pointer was passed
// CHECK: callback-argument.c:[[#@LINE+15]]:{{[0-9]+}}: note: bpf_loop() calls the callback
// CHECK: note: pass the address of a variable as the context of the callback
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static long add(__u32 i, void *sum)
{
  *(__u64 *)sum += i;
  return 0;
}
SEC("xdp") int all(struct xdp_md *ctx)
{
  __u64 sum = 0;
#ifdef REPAIRED
  bpf_loop(5, add, &sum, 0);
#else
  bpf_loop(5, add, 0, 0);
#endif
  return sum & 1;
}
