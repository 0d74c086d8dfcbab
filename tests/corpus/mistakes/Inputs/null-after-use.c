// The test comes after the first use.
// check: null-check
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1024);
  __type(key, __u32);
  __type(value, __u64);
} counts SEC(".maps");

SEC("tc") int program(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  __u64 *count = bpf_map_lookup_elem(&counts, &key);
#ifndef FIXED
  __u64 before = *(volatile __u64 *)count;
#endif
  if (!count)
    return TC_ACT_OK;
  return *count > BAD_OR_FIXED(before, 7) ? TC_ACT_SHOT : TC_ACT_OK;
}
char license[] SEC("license") = "GPL";
