// More of the packet is read than was compared: how many bytes, and where they were compared.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: packet-bounds.c:[[#@LINE+20]]:{{[0-9]+}}: error: 'drop' reads 34 bytes of the packet, only 33 are checked
// CHECK: note: Linux {{[0-9.]+}} rejects 'drop': invalid access to packet, off=30 size=4
// CHECK: packet-bounds.c:[[#@LINE+14]]:{{[0-9]+}}: note: 'data' is read from the context here
// CHECK: packet-bounds.c:[[#@LINE+15]]:{{[0-9]+}}: note: this compare with data_end covers 33 bytes
// CHECK: note: return first if ((void *)data + 34 > data_end)
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <bpf/bpf_helpers.h>
#ifdef REPAIRED
#define SHORT 0
#else
#define SHORT 1
#endif
SEC("xdp") int drop(struct xdp_md *ctx)
{
  void *data = (void *)(long)ctx->data, *data_end = (void *)(long)ctx->data_end;
  struct iphdr *ip = data + sizeof(struct ethhdr);
  if (data + sizeof(struct ethhdr) + sizeof(*ip) - SHORT > data_end)
    return XDP_PASS;
  return ip->daddr == 1 ? XDP_DROP : XDP_PASS;
}
