// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 64);
  __type(key, __u32);
  __type(value, int);
} ports SEC(".maps");
SEC("tc") int program(struct __sk_buff *skb) {
  //- page
  __u16 port = skb->mark;
  int *found = bpf_map_lookup_elem(&ports, &port);
  //- end
  return found ? *found : 0;
}
char _license[] SEC("license") = "GPL";
