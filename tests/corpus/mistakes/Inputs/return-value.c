// A cgroup program returns a number that is no verdict.
// check: return-value
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

SEC("cgroup_skb/egress") int program(struct __sk_buff *skb) {
  return skb->len > 1500 ? BAD_OR_FIXED(-1, 0) : 1;
}
char license[] SEC("license") = "GPL";
