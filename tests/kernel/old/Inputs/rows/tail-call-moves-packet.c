// The packet is read by an old pointer after a function that may have made a tail call.
// Stable too: before_global before_static 6.12
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u32);
} jumps SEC(".maps");

__attribute__((noinline)) int jump(struct __sk_buff *skb) {
  bpf_tail_call(skb, &jumps, 0);
  return 0;
}

static __attribute__((noinline)) int jump_here(struct __sk_buff *skb) {
  bpf_tail_call(skb, &jumps, 0);
  return 0;
}

#define PROGRAM(name, called)                                                                                          \
  SEC("tc") int name(struct __sk_buff *skb) {                                                                          \
    volatile char *data = (void *)(long)skb->data;                                                                     \
    if (data + 1 > (volatile char *)(long)skb->data_end)                                                               \
      return 0;                                                                                                        \
    called(skb);                                                                                                       \
    return *data;                                                                                                      \
  }

PROGRAM(before_global, jump)
PROGRAM(before_static, jump_here)
