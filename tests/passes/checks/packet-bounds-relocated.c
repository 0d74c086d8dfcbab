// The headers of protocols are relocated, as those of vmlinux.h are; a helper and memcmp() read the packet as well. The
// kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-packet-bounds %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif
struct ethhdr {
  unsigned char h_dest[6], h_source[6];
  __be16 h_proto;
} __attribute__((preserve_access_index));
struct iphdr {
  __u8 version, tos;
  __be16 tot_len, id, frag_off;
  __u8 ttl, protocol;
} __attribute__((preserve_access_index));

SEC("xdp") int relocated(struct xdp_md *ctx) {
  struct ethhdr *eth = (void *)(long)ctx->data;
  void *end = (void *)(long)ctx->data_end;
  struct iphdr *ip = (void *)eth + 14;
  if ((void *)eth + BAD_OR_FIXED(14, 34) > end)
    return 2;
  if (eth->h_proto != 8)
    return 2;
  // CHECK: packet-bounds-relocated.c:[[@LINE+1]]:14: error: 'relocated' reads 24 bytes of the packet, only 14 are checked [-Wbpf-packet-bounds]
  return ip->protocol == 17 ? 1 : 2;
}
// KERNEL-DAG: relocated: rejected:
// FIXED-DAG: relocated: loads

SEC("tc") int helper(struct __sk_buff *skb) {
  void *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + BAD_OR_FIXED(63, 64) > end)
    return 0;
  // CHECK: error: 'helper' reads 64 bytes of the packet, only 63 are checked
  return bpf_csum_diff(0, 0, data, 64, 0) > 0;
}
// KERNEL-DAG: helper: rejected:
// FIXED-DAG: helper: loads

SEC("tc") int compared(struct __sk_buff *skb) {
  void *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + BAD_OR_FIXED(5, 6) > end)
    return 0;
  // CHECK: error: 'compared' reads 6 bytes of the packet, only 5 are checked
  return __builtin_memcmp(data, "\1\2\3\4\5", 6) == 0;
}
// KERNEL-DAG: compared: rejected:
// FIXED-DAG: compared: loads

SEC("tc") int null(struct __sk_buff *skb) {
  __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (!data || data + BAD_OR_FIXED(13, 14) > end)
    return 0;
  // CHECK: error: 'null' reads 14 bytes of the packet, only 13 are checked
  return data[13];
}
// KERNEL-DAG: null: rejected:
// FIXED-DAG: null: loads

static __attribute__((noinline)) int kind(struct __sk_buff *skb) {
  __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + BAD_OR_FIXED(13, 14) > end)
    return 0;
  // CHECK: error: 'kind' reads 14 bytes of the packet, only 13 are checked
  return data[13];
}
SEC("tc") int through_function(struct __sk_buff *skb) { return kind(skb); }
// KERNEL-DAG: through_function: rejected:
// FIXED-DAG: through_function: loads
char license[] SEC("license") = "GPL";
// CHECK: 5 errors generated
