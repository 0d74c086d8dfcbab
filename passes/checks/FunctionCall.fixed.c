// bpfcc --kernel=4.14
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
static int parse(struct __sk_buff *skb);         /* bpfcc inlines it */
//- end
SEC("socket") int program(struct __sk_buff *skb) {
  return parse(skb);
}
static int parse(struct __sk_buff *skb) { return skb->len; }
