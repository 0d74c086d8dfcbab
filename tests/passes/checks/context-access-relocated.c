// The structure as a source for CO-RE has it: what has the member in its place is held to the same rules; a part of it is not,
// as the loader finds the real place.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
#include <linux/types.h>
#include <bpf/bpf_helpers.h>
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)
struct __sk_buff {
  __u32 len;
  __u32 pkt_type;
};
struct xdp_md {
  __u32 ingress_ifindex;
};
#pragma clang attribute pop
SEC("tc") int writes(struct __sk_buff *skb) {
  // CHECK: context-access-relocated.c:[[@LINE+1]]:12: error: 'len' of struct __sk_buff cannot be written
  skb->len = 0;
  return 0;
}
// CHECK-NOT: {{(error|warning):}}
SEC("xdp") int part(struct xdp_md *ctx) { return ctx->ingress_ifindex == 1; }
char license[] SEC("license") = "GPL";
// CHECK: 1 error generated
