// Programs that load, and that compare with data_end in another way than with a branch that leads to the access.
// REQUIRES: bpf-load
// RUN: %bpfcc -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s
// CHECK-NOT: rejected
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/udp.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#define DATA void *data = (void *)(long)ctx->data, *data_end = (void *)(long)ctx->data_end
SEC("xdp") int strict(struct xdp_md *ctx) {
  DATA;
  return data + 14 < data_end ? ((__u8 *)data)[14] & 1 : 1;
}
SEC("xdp") int flag(struct xdp_md *ctx) {
  DATA;
  int is_long = 0;
  if (data + 20 <= data_end)
    is_long = 1;
  bpf_ktime_get_ns();
  return is_long ? ((__u8 *)data)[3] & 1 : 2;
}
SEC("xdp") int loop(struct xdp_md *ctx) {
  DATA;
  int sum = 0;
  for (int i = 0; i < 8; i++) {
    if (data + i + 1 > data_end)
      break;
    sum += ((__u8 *)data)[i];
  }
  return sum > 3 ? 2 : 1;
}
// The verifier knows the offset in each iteration.
SEC("xdp") int loop_behind(struct xdp_md *ctx) {
  DATA;
  int sum = 0;
  if (data + 64 > data_end)
    return 2;
#pragma clang loop unroll(disable)
  for (int i = 0; i < 64; i++)
    sum += ((__u8 *)data)[i];
  return sum > 3 ? 2 : 1;
}
// ... and on each path.
SEC("xdp") int one_or_other(struct xdp_md *ctx) {
  DATA;
  int offset = ctx->rx_queue_index ? 14 : 18;
  if (data + offset + 20 > data_end)
    return 2;
  return ((__u8 *)data)[15] & 1;
}
static __attribute__((noinline)) int is_long(void *data, void *data_end) { return data + 14 <= data_end; }
SEC("xdp") int in_function(struct xdp_md *ctx) {
  DATA;
  if (!is_long(data, data_end))
    return 1;
  return *(__u8 *)data ? 2 : 1;
}
struct cursor { void *at, *end; };
static __attribute__((noinline)) struct ethhdr *parse(struct cursor *cursor) {
  struct ethhdr *eth = cursor->at;
  if ((void *)(eth + 1) > cursor->end)
    return 0;
  cursor->at = eth + 1;
  return eth;
}
SEC("xdp") int with_cursor(struct xdp_md *ctx) {
  struct cursor cursor = {(void *)(long)ctx->data, (void *)(long)ctx->data_end};
  struct ethhdr *eth = parse(&cursor);
  return eth && eth->h_proto == 8 ? 2 : 1;
}
SEC("tc") int pulled(struct __sk_buff *ctx) {
  DATA;
  if (data + 14 > data_end) {
    if (bpf_skb_pull_data(ctx, 14))
      return 0;
    data = (void *)(long)ctx->data;
    data_end = (void *)(long)ctx->data_end;
    if (data + 14 > data_end)
      return 0;
  }
  return ((__u8 *)data)[12] > 3 ? 2 : 0;
}
const volatile int reads = 0;
SEC("xdp") int turned_off(struct xdp_md *ctx) {
  DATA;
  return reads ? *(__u8 *)data : data_end ? 2 : 1;
}
char license[] SEC("license") = "GPL";
// CHECK: loads
// CHECK-NOT: rejected
