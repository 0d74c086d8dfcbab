// A record is used after it was submitted: the call that ended it.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: after-release.c:[[#@LINE+19]]:{{[0-9]+}}: error: 'e' is used after bpf_ringbuf_submit(), which invalidates it
// CHECK: note: 'e' is returned by bpf_ringbuf_reserve() here, which may return NULL
// CHECK: note: bpf_ringbuf_submit() invalidates it here
// CHECK: note: move this before bpf_ringbuf_submit(), or keep what is needed of 'e' in a variable
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } events SEC(".maps");
SEC("xdp") int send(struct xdp_md *ctx)
{
  int *e = bpf_ringbuf_reserve(&events, 4, 0);
  if (!e)
    return 0;
  *e = ctx->rx_queue_index;
#ifdef REPAIRED
  int kept = *e;
  bpf_ringbuf_submit(e, 0);
  return kept & 1;
#else
  bpf_ringbuf_submit(e, 0);
  return *e;
#endif
}
