// The length that a helper copies has no bound.
// check: value-bounds
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

char buffer[256];
SEC("tc") int program(struct __sk_buff *skb) {
  __u32 length = skb->len;
  BAD_OR_FIXED(, if (length == 0 || length > 256) return TC_ACT_OK);
  bpf_skb_load_bytes(skb, 0, buffer, length);
  return TC_ACT_OK;
}
char license[] SEC("license") = "GPL";
