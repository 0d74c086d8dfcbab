// The other half: a function, and a use of the first half's variable and type.
#include "link.h"

__attribute__((noinline)) int scaled(int value) { return value * factor; }

SEC("tc") int size(struct __sk_buff *skb) {
  struct sample local = {skb->len};
  return scaled(local.packets);
}

char _license[] SEC("license") = "GPL";
