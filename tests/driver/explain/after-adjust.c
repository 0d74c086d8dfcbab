// A packet pointer that is used after a call that may move the packet.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: 'data' is used after bpf_xdp_adjust_head(), which invalidates it
// CHECK: note: bpf_xdp_adjust_head() invalidates it here
// CHECK: note: read data and data_end from the context again after bpf_xdp_adjust_head(), and compare again
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int after(struct xdp_md *ctx)
{
  unsigned char *data = (void *)(long)ctx->data;
  void *end = (void *)(long)ctx->data_end;
  if ((void *)(data + 1) > end)
    return XDP_PASS;
  bpf_xdp_adjust_head(ctx, 4);
#ifdef REPAIRED
  data = (void *)(long)ctx->data;
  end = (void *)(long)ctx->data_end;
  if ((void *)(data + 1) > end)
    return XDP_PASS;
#endif
  return data[0] & 1;
}
