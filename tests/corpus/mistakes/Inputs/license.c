// A helper needs a license that is compatible with the GPL.
// check: license
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
  char text[] = "length %d";
  bpf_trace_printk(text, sizeof text, skb->len);
  return TC_ACT_OK;
}
char license[] SEC("license") = BAD_OR_FIXED("Proprietary", "GPL");
