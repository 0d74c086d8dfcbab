// bpfcc --kernel=6.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
static __attribute__((noinline)) int sum(int a, int b, int c, int d, int e, int f);
//- end
SEC("socket") int program(struct __sk_buff *skb) { return sum(skb->len, skb->mark, skb->hash, skb->protocol, skb->priority, skb->ifindex); }
static int sum(int a, int b, int c, int d, int e, int f) { return a + b + c + d + e + f; }
