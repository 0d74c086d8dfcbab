// A pointer into the packet is used after a tail call of the program itself, which therefore did not happen.
// Loads before 6.12 too: needs_pointer
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u32);
} jumps SEC(".maps");

SEC("tc") int needs_pointer(struct __sk_buff *skb) {
  volatile char *data = (void *)(long)skb->data;
  if (data + 1 > (volatile char *)(long)skb->data_end)
    return 0;
  bpf_tail_call(skb, &jumps, 0);
  return *data;
}

SEC("tc") int any_read_again(struct __sk_buff *skb) {
  bpf_tail_call(skb, &jumps, 0);
  volatile char *data = (void *)(long)skb->data;
  if (data + 1 > (volatile char *)(long)skb->data_end)
    return 0;
  return *data;
}
