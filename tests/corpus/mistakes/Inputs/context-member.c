// A member of the context that programs of this type do not have.
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

SEC("socket") int program(struct __sk_buff *skb) {
  return BAD_OR_FIXED(skb->tc_classid, skb->ifindex);
}
char license[] SEC("license") = "GPL";
