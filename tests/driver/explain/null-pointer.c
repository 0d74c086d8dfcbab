// A map's element may be missing: the pointer, the lookup, and the test to write.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: null-pointer.c:[[#@LINE+14]]:{{[0-9]+}}: error: 'v' may be NULL here
// CHECK: note: Linux {{[0-9.]+}} rejects 'count': R0 invalid mem access 'map_value_or_null'
// CHECK: null-pointer.c:[[#@LINE+8]]:{{[0-9]+}}: note: 'v' is returned by bpf_map_lookup_elem() here: NULL if map 'hits' has no such element
// CHECK: note: put 'if (!v) return 0;' before this line
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 1); __type(key, int); __type(value, long); } hits SEC(".maps");
SEC("xdp") int count(struct xdp_md *ctx)
{
  int key = ctx->rx_queue_index;
  long *v = bpf_map_lookup_elem(&hits, &key);
#ifdef REPAIRED
  if (!v) return 0;
#endif
  return *v;
}
