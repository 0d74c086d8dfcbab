// bpfcc --kernel=4.14
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct rule { int weight; };
//- page
static int parse(struct __sk_buff *skb);         /* bpfcc inlines it */
static int weigh(const struct rule *rule);
//- end
SEC("socket") int program(struct __sk_buff *skb) {
  struct rule rule = {parse(skb)};
  return weigh(&rule);
}
static int parse(struct __sk_buff *skb) { return skb->len; }
static int weigh(const struct rule *rule) { return rule->weight; }
