// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
SEC("tc") int program(struct __sk_buff *skb) {
  __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + 20 > end)
    return 0;
  data[8] = 64;
  return 0;
}
//- end
char _license[] SEC("license") = "GPL";
