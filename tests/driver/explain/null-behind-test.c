// A test that does not leave the path on which the pointer is NULL.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: 'v' is NULL here: the path continues after the test for NULL
// CHECK: note: Linux {{[0-9.]+}} rejects 'count': R{{[0-9]}} invalid mem access 'scalar'
// CHECK: null-behind-test.c:[[#@LINE+9]]:{{[0-9]+}}: note: 'v' is returned by bpf_map_lookup_elem() here
// CHECK: null-behind-test.c:[[#@LINE+9]]:{{[0-9]+}}: note: this test does not end the path on which it is NULL
// CHECK: note: return in the branch of the test in which the pointer is NULL
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 1); __type(key, int); __type(value, long); } hits SEC(".maps");
SEC("xdp") int count(struct xdp_md *ctx)
{
  int key = ctx->rx_queue_index;
  long *v = bpf_map_lookup_elem(&hits, &key);
  if (!v) {
    bpf_printk("no element");
#ifdef REPAIRED
    return 0;
#endif
  }
  *v = 1;
  return 1;
}
char _license[] SEC("license") = "GPL";
