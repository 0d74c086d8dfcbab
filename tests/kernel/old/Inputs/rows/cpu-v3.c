// -mcpu=v3
// Jumps by the lower half of a register.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int needs_half(struct __sk_buff *skb) {
  asm volatile("if %0 < 1 goto +0" ::"r"(skb->len));
  return 0;
}
