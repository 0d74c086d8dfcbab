// A dynptr that is released twice: where it was made, and where it was released first.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: the 1st argument of bpf_ringbuf_discard_dynptr(), '&d', was released before
// CHECK: note: bpf_ringbuf_reserve_dynptr() makes it here
// CHECK: note: bpf_ringbuf_discard_dynptr() releases it here
// CHECK: note: use it before bpf_ringbuf_discard_dynptr(), and release it once
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } events SEC(".maps");
SEC("xdp") int twice(struct xdp_md *ctx)
{
  struct bpf_dynptr d;
  bpf_ringbuf_reserve_dynptr(&events, 8, 0, &d);
  bpf_ringbuf_discard_dynptr(&d, 0);
#ifndef REPAIRED
  bpf_ringbuf_discard_dynptr(&d, 0);
#endif
  return 1;
}
