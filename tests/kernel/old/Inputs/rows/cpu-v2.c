// -mcpu=v2
// Jumps if lower.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int needs_lower(struct __sk_buff *skb) {
  asm volatile("if %0 < 1 goto +0" ::"r"((long)skb->len));
  return 0;
}

SEC("socket") int any_greater(struct __sk_buff *skb) {
  asm volatile("if %0 > 1 goto +0" ::"r"((long)skb->len));
  return 0;
}
