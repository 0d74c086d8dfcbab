// bpfcc --kernel=6.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct key { __u64 sector; __u32 device; };
struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 64); __type(key, struct key); __type(value, __u64); } seen SEC(".maps");
SEC("socket") int program(struct __sk_buff *skb) {
  __u64 now = bpf_ktime_get_ns();
  //- page
  struct key k = {};
  //- end
  k.sector = skb->len;
  k.device = skb->ifindex;
  bpf_map_update_elem(&seen, &k, &now, BPF_ANY);
  return 0;
}
char _license[] SEC("license") = "GPL";
