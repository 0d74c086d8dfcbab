// Memory that ends before what a helper accesses. What the kernel knows the end of, it rejects; on the stack it accepts a
// neighbour.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-argument-size %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 64);
  __type(key, __u32);
  __type(value, __u64);
} ports SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
char global[8];
#ifndef FIXED
SEC("xdp") int neighbour(struct xdp_md *ctx) {
  __u32 other = 0;
  __u16 port = ctx->rx_queue_index;
  // CHECK: argument-size.c:[[@LINE+1]]:18: warning: 'port' has 2 bytes, but a key of 'ports' has 4 [-Wbpf-argument-size]
  __u64 *value = bpf_map_lookup_elem(&ports, &port);
  // CHECK: argument-size.c:[[@LINE-3]]:{{.*}}: note: 'port' is declared here
  return bpf_map_lookup_elem(&ports, &other) && value;
}
// KERNEL-DAG: neighbour: loads
SEC("tc") int write(struct __sk_buff *skb) {
  char bytes[16];
  // CHECK: argument-size.c:[[@LINE+1]]:3: warning: 'bytes' has 16 bytes, but bpf_skb_load_bytes() writes 32
  bpf_skb_load_bytes(skb, 0, bytes, 32);
  return bytes[0];
}
// At the end of the frame there is no neighbour.
// KERNEL-DAG: write: rejected:
SEC("tc") int behind(struct __sk_buff *skb) {
  // CHECK: argument-size.c:[[@LINE+1]]:10: warning: 'global' has 8 bytes, 4 of them from byte 4 on, but bpf_skb_load_bytes() writes 8
  return bpf_skb_load_bytes(skb, 0, global + 4, 8);
}
SEC("tc") int record(struct __sk_buff *skb) {
  char *event = bpf_ringbuf_reserve(&ring, 16, 0);
  if (!event)
    return 0;
  // CHECK: argument-size.c:[[@LINE+1]]:3: error: the record has 16 bytes, but bpf_skb_load_bytes() writes 32
  bpf_skb_load_bytes(skb, 0, event, 32);
  bpf_ringbuf_submit(event, 0);
  return 0;
}
// KERNEL-DAG: record: rejected:
SEC("tc") int in_value(struct __sk_buff *skb) {
  __u32 key = 0;
  char *value = bpf_map_lookup_elem(&ports, &key);
  // CHECK: argument-size.c:[[@LINE+1]]:18: error: a value of 'ports' has 8 bytes, but bpf_skb_load_bytes() writes 16
  return value ? bpf_skb_load_bytes(skb, 0, value, 16) : 0;
}
// KERNEL-DAG: in_value: rejected:
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("tc") int fixed(struct __sk_buff *skb) {
  struct {
    __u32 source, destination;
    __u16 more[2];
  } both = {};
  __u32 port = skb->mark;
  bpf_skb_load_bytes(skb, 26, &both.source, 8);
  bpf_skb_load_bytes(skb, 0, global, 8);
  __u64 *value = bpf_map_lookup_elem(&ports, (void *)&both.more[0]);
  return value ? bpf_skb_load_bytes(skb, 0, value, 8) : !!bpf_map_lookup_elem(&ports, &port);
}
char license[] SEC("license") = "GPL";
// FIXED-DAG: fixed: loads
