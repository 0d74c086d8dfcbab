// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("tc") int program(struct __sk_buff *skb) {
  //- page
  skb->len = 64;
  //- end
  return 0;
}
char _license[] SEC("license") = "GPL";
