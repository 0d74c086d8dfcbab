// bpfcc --kernel=6.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
struct terms { int a, b, c, d, e, f; };
static __attribute__((noinline)) int sum(const struct terms *terms);
//- end
SEC("socket") int program(struct __sk_buff *skb) {
  struct terms terms = {skb->len, skb->mark, skb->hash, skb->protocol, skb->priority, skb->ifindex};
  return sum(&terms);
}
static int sum(const struct terms *terms) { return terms->a + terms->b + terms->c + terms->d + terms->e + terms->f; }
