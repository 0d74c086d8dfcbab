// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("cgroup_skb/egress") int program(struct __sk_buff *skb) {
  //- page
  __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + 20 > end)
    return 1;
  data[8] = 64; /* the time to live */
  //- end
  return 1;
}
char _license[] SEC("license") = "GPL";
