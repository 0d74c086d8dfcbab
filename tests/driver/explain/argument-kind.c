// An argument that is another kind of value: which, what it is, and what it has to be.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: the 2nd argument of bpf_map_lookup_elem(), 'key', is a number, but has to be the address of a key
// CHECK: note: 'key' is read from the context here
// CHECK: note: pass the address of a key
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 1); __type(key, int); __type(value, long); } hits SEC(".maps");
SEC("xdp") int count(struct xdp_md *ctx)
{
  long key = ctx->rx_queue_index;
#ifdef REPAIRED
  return bpf_map_lookup_elem(&hits, &key) ? 1 : 2;
#else
  return bpf_map_lookup_elem(&hits, (void *)key) ? 1 : 2;
#endif
}
