// The size of a struct is no number of elements. The program loads.
// REQUIRES: bpf-load
// RUN: %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: not %bpfcc -Werror %s -o %t.o
// RUN: %bpfcc -Werror -Wno-bpf-packet-arithmetic %s -o %t.o
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <bpf/bpf_helpers.h>
struct address {
  __u8 bytes[4];
};
#ifdef FIXED
#define ADDED 1
#else
#define ADDED sizeof(struct ethhdr)
#endif
SEC("xdp") int program(struct xdp_md *ctx) {
  void *end = (void *)(long)ctx->data_end;
  struct ethhdr *ethernet = (void *)(long)ctx->data;
  // CHECK: packet-arithmetic.c:[[@LINE+1]]:{{.*}}: warning: the size of 'struct ethhdr' is added to a pointer to it: that is 14 of them, 196 bytes [-Wbpf-packet-arithmetic]
  if ((void *)(ethernet + ADDED) > end)
    return XDP_PASS;
  return ethernet->h_proto ? XDP_PASS : XDP_DROP;
}
// CHECK-NOT: {{(error|warning):}}
SEC("xdp") int other_sizes(struct xdp_md *ctx) {
  void *end = (void *)(long)ctx->data_end;
  struct ethhdr *ethernet = (void *)(long)ctx->data;
  struct address *address = (void *)ethernet + sizeof(*ethernet);
  __u8 *byte = (__u8 *)ethernet + sizeof(struct ethhdr);
  if ((void *)(address + sizeof(__u16)) > end || (void *)(byte + sizeof(__u8)) > end)
    return XDP_PASS;
  return address->bytes[0] ? XDP_PASS : XDP_DROP;
}
char license[] SEC("license") = "GPL";
// KERNEL-DAG: program: loads
