// bpfcc --kernel=6.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
struct key { __u64 sector; __u32 device; };      /* 4 bytes follow 'device' */
//- end
struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 64); __type(key, struct key); __type(value, __u64); } seen SEC(".maps");
SEC("socket") int program(struct __sk_buff *skb) {
  __u64 sector = skb->len, now = bpf_ktime_get_ns();
  __u32 device = skb->ifindex;
  //- page
  struct key k;
  k.sector = sector;
  k.device = device;
  bpf_map_update_elem(&seen, &k, &now, BPF_ANY);
  //- end
  return 0;
}
char _license[] SEC("license") = "GPL";
