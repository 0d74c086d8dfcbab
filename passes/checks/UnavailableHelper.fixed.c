// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("tc") int parse(struct __sk_buff *skb) {
  __u64 header;
  //- page
  bpf_skb_load_bytes(skb, 0, &header, sizeof header);
  //- end
  return header & 1;
}
char _license[] SEC("license") = "GPL";
