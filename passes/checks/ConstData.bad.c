// bpfcc --kernel=5.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("socket") int program(struct __sk_buff *skb) {
  __u32 port = skb->mark;
  //- page
  bpf_trace_printk("drop %d", 8, port);             /* --kernel=5.1 */
  //- end
  return 0;
}
char _license[] SEC("license") = "GPL";
