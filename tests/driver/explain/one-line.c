// Of several statements in a line, the names are those of the statement at the column.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// CHECK: error: 'w' may be NULL here
// CHECK: note: 'w' is returned by bpf_map_lookup_elem() here
// CHECK: note: put 'if (!w) return 0;' before this line
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 1); __type(key, int); __type(value, long); } hits SEC(".maps");
SEC("xdp") int two(struct xdp_md *ctx)
{
  int k = 1; long *v = bpf_map_lookup_elem(&hits, &k); long *w = bpf_map_lookup_elem(&hits, &k); return v ? *w : 0;
}
