// Programs that load: each bounds its index in a way of its own.
// REQUIRES: bpf-load
// RUN: %bpfcc -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s
// CHECK-NOT: rejected
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
int table[64];
int bytes[256];
const volatile __u32 chosen = 3;
SEC("xdp") int masked(struct xdp_md *ctx) {
  table[ctx->rx_queue_index & 63] = 1;
  return 2;
}
SEC("xdp") int compared(struct xdp_md *ctx) {
  __u32 index = ctx->rx_queue_index;
  if (index < 64)
    table[index] = 1;
  return 2;
}
SEC("xdp") int limited(struct xdp_md *ctx) {
  __u32 index = ctx->rx_queue_index;
  if (index > 63)
    index = 63;
  table[index] = 1;
  return 2;
}
SEC("xdp") int modulo(struct xdp_md *ctx) {
  table[ctx->rx_queue_index % 64] = 1;
  return 2;
}
SEC("xdp") int byte(struct xdp_md *ctx) {
  __u8 *data = (void *)(long)ctx->data;
  if (data + 1 > (__u8 *)(long)ctx->data_end)
    return 1;
  return bytes[data[0]] & 1;
}
SEC("xdp") int shifted(struct xdp_md *ctx) { return table[ctx->rx_queue_index >> 26] & 1; }
SEC("xdp") int known(struct xdp_md *ctx) { return table[chosen] & 1; }
SEC("xdp") int loop(struct xdp_md *ctx) {
  int sum = 0;
#pragma clang loop unroll(disable)
  for (int i = 0; i < 64; i++)
    sum += table[i];
  return sum & 1;
}
char license[] SEC("license") = "GPL";
// CHECK: loads
// CHECK-NOT: rejected
