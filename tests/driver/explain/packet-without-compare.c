// The packet is read without a compare with data_end.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: 'first' reads 1 byte of the packet without comparing it with data_end
// CHECK: note: 'data' is read from the context here
// CHECK: note: return first if ((void *)data + 1 > data_end)
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int first(struct xdp_md *ctx)
{
  unsigned char *data = (void *)(long)ctx->data;
#ifdef REPAIRED
  void *data_end = (void *)(long)ctx->data_end;
  if ((void *)data + 1 > data_end)
    return XDP_PASS;
#endif
  return data[0];
}
