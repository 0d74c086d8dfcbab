// An index without a bound: its name, and what it is an index of.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: 'i' may be as large as 4294967295 here, outside of the 32 bytes of a value of map 'hits'
// CHECK: note: 'i' is read from the context here
// CHECK: note: compare 'i' with the number of elements first, in the variable that is used as the index
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 1); __type(key, int); __type(value, long[4]); } hits SEC(".maps");
SEC("xdp") int count(struct xdp_md *ctx)
{
  int key = 0;
  unsigned i = ctx->rx_queue_index;
  long *v = bpf_map_lookup_elem(&hits, &key);
  if (!v)
    return 0;
#ifdef REPAIRED
  if (i >= 4) return 0;
#endif
  v[i]++;
  return 1;
}
