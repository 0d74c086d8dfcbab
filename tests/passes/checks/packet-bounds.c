// Bytes of the packet are used, and no comparison with data_end on the path to it goes that far. The kernel says the same of each.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-packet-bounds %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/udp.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>
#define DATA void *data = (void *)(long)ctx->data, *data_end = (void *)(long)ctx->data_end
#ifdef FIXED
#define LONG_ENOUGH(bytes) if (data + bytes > data_end) return 0
#define LONG_ENOUGH_FOR(pointer) if ((void *)(pointer + 1) > data_end) return 0
#else
#define LONG_ENOUGH(bytes)
#define LONG_ENOUGH_FOR(pointer)
#endif

SEC("xdp") int none(struct xdp_md *ctx) {
  DATA;
  struct ethhdr *eth = data;
  LONG_ENOUGH(14);
  // CHECK: packet-bounds.c:[[@LINE+1]]:15: error: 'none' reads 14 bytes of the packet without comparing them with data_end [-Wbpf-packet-bounds]
  return eth->h_proto == 8 ? 1 : data_end ? 2 : 1;
  // CHECK: note: return first if data + 14 > data_end
}
// KERNEL-DAG: none: rejected:
// FIXED-DAG: none: loads

SEC("xdp") int fewer(struct xdp_md *ctx) {
  DATA;
  struct ethhdr *eth = data;
  struct iphdr *ip = data + sizeof *eth;
  if (data + sizeof *eth > data_end || eth->h_proto != bpf_htons(ETH_P_IP))
    return 2;
  LONG_ENOUGH_FOR(ip);
  // CHECK: packet-bounds.c:[[@LINE+1]]:14: error: 'fewer' reads 24 bytes of the packet, only 14 are checked
  return ip->protocol == 6 ? 1 : 2;
  // CHECK: packet-bounds.c:[[@LINE-5]]:26: note: this compare with data_end covers 14 bytes
  // CHECK: note: return first if data + 24 > data_end
}
// KERNEL-DAG: fewer: rejected:
// FIXED-DAG: fewer: loads

SEC("xdp") int one_byte(struct xdp_md *ctx) {
  DATA;
  if (data + 33 > data_end)
    return 2;
  LONG_ENOUGH(34);
  // CHECK: error: 'one_byte' reads 34 bytes of the packet, only 33 are checked
  return *(__u8 *)(data + 33) == 6 ? 1 : 2;
}
// KERNEL-DAG: one_byte: rejected:
// FIXED-DAG: one_byte: loads

SEC("xdp") int variable(struct xdp_md *ctx) {
  DATA;
  struct iphdr *ip = data + sizeof(struct ethhdr);
  if ((void *)(ip + 1) > data_end)
    return 2;
  struct udphdr *udp = (void *)ip + ip->ihl * 4;
  LONG_ENOUGH_FOR(udp);
  // CHECK: packet-bounds.c:[[@LINE+1]]:15: error: 'variable' reads the packet at a variable offset without comparing it with data_end
  return udp->dest == 53 ? 1 : 2;
  // CHECK: note: compare the end of what is used, with the offset in it, with data_end
}
// KERNEL-DAG: variable: rejected:
// FIXED-DAG: variable: loads

SEC("xdp") int wrong_way_round(struct xdp_md *ctx) {
  DATA;
  struct ethhdr *eth = data;
#ifndef FIXED
  if (data + sizeof *eth < data_end)
    return 2;
#endif
  LONG_ENOUGH_FOR(eth);
  // CHECK: error: 'wrong_way_round' reads 14 bytes of the packet without comparing them with data_end
  // CHECK: packet-bounds.c:[[@LINE-5]]:26: note: this comparison leads here if the packet is too short
  return eth->h_proto == 8 ? 1 : 2;
}
// KERNEL-DAG: wrong_way_round: rejected:
// FIXED-DAG: wrong_way_round: loads

SEC("tc") int write(struct __sk_buff *ctx) {
  __u64 data = ctx->data, data_end = ctx->data_end;
  if (data + 20 > data_end)
    return 0;
  LONG_ENOUGH(23);
  // CHECK: error: 'write' writes 23 bytes of the packet, only 20 are checked
  *(__u8 *)(data + 22) = 1;
  return 0;
}
// KERNEL-DAG: write: rejected:
// FIXED-DAG: write: loads

SEC("xdp") int distance(struct xdp_md *ctx) {
  DATA;
  if (data_end - data < 14)
    return 2;
  LONG_ENOUGH(13);
  // CHECK: error: 'distance' reads 13 bytes of the packet without comparing them with data_end
  return *(__u8 *)(data + 12) == 8 ? 1 : 2;
}
// KERNEL-DAG: distance: rejected:
// FIXED-DAG: distance: loads
char license[] SEC("license") = "GPL";
// CHECK: 7 errors generated
