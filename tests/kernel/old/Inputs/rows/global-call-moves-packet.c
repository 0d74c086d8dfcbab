// The packet is read by an old pointer after a global function, which is verified by itself, has moved it.
// Stable too: before_global 6.12
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) int move(struct __sk_buff *skb) { return bpf_skb_pull_data(skb, 0); }
__attribute__((noinline)) int look(struct __sk_buff *skb) { return skb->len; }
static __attribute__((noinline)) int move_here(struct __sk_buff *skb) { return bpf_skb_pull_data(skb, 0); }

#define PROGRAM(name, called)                                                                                          \
  SEC("tc") int name(struct __sk_buff *skb) {                                                                          \
    volatile char *data = (void *)(long)skb->data;                                                                     \
    if (data + 1 > (volatile char *)(long)skb->data_end)                                                               \
      return 0;                                                                                                        \
    called(skb);                                                                                                       \
    return *data;                                                                                                      \
  }

PROGRAM(before_global, move)
PROGRAM(any_global_that_looks, look)
PROGRAM(never_static, move_here)
