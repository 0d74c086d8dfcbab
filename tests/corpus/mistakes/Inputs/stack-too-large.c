// A buffer does not fit on the stack.
// check: stack-size
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

struct event { char text[BAD_OR_FIXED(600, 300)]; };
SEC("tc") int program(struct __sk_buff *skb) {
  volatile struct event event;
  for (int i = 0; i < (int)sizeof event.text; i++)
    event.text[i] = i;
  return event.text[skb->len & 127];
}
char license[] SEC("license") = "GPL";
