// The key is a 16-bit variable, and the map has 32-bit keys.
// check: argument-size
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
  BAD_OR_FIXED(__u16, __u32) key = skb->ifindex;
  __u64 *count = bpf_map_lookup_elem(&counts, &key);
  if (count)
    *count += 1;
  return TC_ACT_OK;
}
char license[] SEC("license") = "GPL";
