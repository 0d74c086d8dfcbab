// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 1); __uint(pinning, LIBBPF_PIN_BY_NAME);
         __type(key, __u32); __type(value, __u64); } counts SEC(".maps");
//- end
SEC("socket") int program(struct __sk_buff *skb) {
  __u32 key = skb->mark;
  return !bpf_map_lookup_elem(&counts, &key);
}
