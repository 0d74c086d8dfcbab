// A member of the context is written that can only be read.
// check: context-access
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
  BAD_OR_FIXED(skb->len = 100, skb->mark = 100);
  return TC_ACT_OK;
}
char license[] SEC("license") = "GPL";
