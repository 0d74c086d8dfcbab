// The layout of a packet is not the user's: neither where it lies nor in a copy.
// RUN: %bpfcc -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct header {
  __u8 type;
  __u64 id;
} __attribute__((packed));
SEC("tc") int in_place(struct __sk_buff *skb) {
  struct header *h = (void *)(long)skb->data;
  if ((void *)(h + 1) > (void *)(long)skb->data_end)
    return 0;
  return h->id;
}
SEC("tc") int copied(struct __sk_buff *skb) {
  struct header h;
  if (bpf_skb_load_bytes(skb, 0, &h, sizeof h))
    return 0;
  return h.id;
}
