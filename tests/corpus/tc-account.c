// tc: two programs that share a map, atomic additions.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>

struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 2);
  __type(key, __u32);
  __type(value, __u64);
} bytes SEC(".maps");

static int account(struct __sk_buff *packet, __u32 direction) {
  __u64 *sum = bpf_map_lookup_elem(&bytes, &direction);
  if (sum)
    __sync_fetch_and_add(sum, packet->len);
  return TC_ACT_OK;
}

SEC("tc") int ingress(struct __sk_buff *packet) { return account(packet, 0); }
SEC("tc") int egress(struct __sk_buff *packet) { return account(packet, 1); }

char License[] SEC("license") = "GPL";
