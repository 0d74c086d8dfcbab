// A number with a fraction.
// check: BPF has no floating point
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

SEC("tc") int program(struct __sk_buff *skb) {
  return skb->len * BAD_OR_FIXED(1.5, 3 / 2) > 100;
}
char license[] SEC("license") = "GPL";
