// -mcpu=v3
// An index whose bound is known from a 32-bit operation only.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int needs_bound(struct __sk_buff *skb) {
  volatile char bytes[8] = {};
  unsigned index = skb->len & 7;
  asm volatile("" : "+r"(index));
  return bytes[index];
}
