// A path that does not release a record: where it was acquired, the branch, and what releases it.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: 'e', acquired by bpf_ringbuf_reserve() in line [[#@LINE+10]], is not released on the path {{through the branch in line|that returns in line}} {{[0-9]+}}
// CHECK: note: Linux {{[0-9.]+}} rejects 'send': Unreleased reference
// CHECK: note: bpf_ringbuf_reserve() acquires it here
// CHECK: open-reference.c:{{[0-9]+}}:{{[0-9]+}}: note: the path that does not release it takes this branch
// CHECK: note: also call bpf_ringbuf_submit() or bpf_ringbuf_discard() on this path before it returns
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } events SEC(".maps");
SEC("xdp") int send(struct xdp_md *ctx)
{
  int *e = bpf_ringbuf_reserve(&events, 4, 0);
  if (!e)
    return 0;
  *e = bpf_get_smp_processor_id();
  if (ctx->rx_queue_index == 7) {
#ifdef REPAIRED
    bpf_ringbuf_discard(e, 0);
#endif
    return 1;
  }
  bpf_ringbuf_submit(e, 0);
  return 1;
}
