// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("tc") int program(struct __sk_buff *skb) {
  //- page
  bpf_skb_change_tail(skb, 64, 0);
  //- end
  return 0;
}
char _license[] SEC("license") = "GPL";
