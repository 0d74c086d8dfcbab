// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
SEC("xdp") int program(struct __sk_buff *skb)
{
  return skb->len > 1500 ? XDP_DROP : XDP_PASS;
}
//- end
char _license[] SEC("license") = "GPL";
