// A variable that is smaller than the key of the map.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: the 2nd argument of bpf_map_lookup_elem(), '&key', {{has at most 2 bytes, but 8 bytes are used|has to be 8 bytes}}, the size of a key of map 'hits'
// CHECK: note: {{pass the address of a variable of 8 bytes|if the variable is smaller than 8 bytes}}
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 1); __type(key, __u64); __type(value, long); } hits SEC(".maps");
SEC("xdp") int count(struct xdp_md *ctx)
{
#ifdef REPAIRED
  __u64 key = 1;
#else
  __u16 key = 1;
#endif
  return bpf_map_lookup_elem(&hits, &key) ? 1 : 2;
}
