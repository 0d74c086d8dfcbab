// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 64);
  __type(key, __u64);
  __type(value, __u64);
} counts SEC(".maps");
//- end
SEC("socket") int program(struct __sk_buff *skb) {
  __u64 key = skb->mark;
  return !bpf_map_lookup_elem(&counts, &key);
}
