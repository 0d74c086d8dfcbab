// A global function uses its pointer without a test.
// check: global-function
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

__attribute__((noinline)) int length_of(struct __sk_buff *skb, __u32 *least) {
  BAD_OR_FIXED(, if (!least) return 0);
  return skb->len > *least;
}
SEC("tc") int program(struct __sk_buff *skb) {
  __u32 least = 40;
  return length_of(skb, &least) ? TC_ACT_OK : TC_ACT_SHOT;
}
char license[] SEC("license") = "GPL";
