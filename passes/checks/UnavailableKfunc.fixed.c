// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern int bpf_dynptr_from_xdp(struct xdp_md *ctx, __u64 flags, struct bpf_dynptr *dynptr) __ksym;
extern int bpf_dynptr_from_skb(struct __sk_buff *skb, __u64 flags, struct bpf_dynptr *dynptr) __ksym;
SEC("tc") int parse(struct __sk_buff *skb) {
  struct bpf_dynptr packet;
  //- page
  bpf_dynptr_from_skb(skb, 0, &packet);
  //- end
  return 0;
}
char _license[] SEC("license") = "GPL";
