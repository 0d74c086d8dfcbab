// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct counter {
  struct bpf_spin_lock lock;
  __u64 packets;
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, struct counter);
} counters SEC(".maps");
SEC("tc") int program(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  struct counter *counter = bpf_map_lookup_elem(&counters, &key);
  if (!counter)
    return 0;
  //- page
  struct bpf_spin_lock lock = {};
  bpf_spin_lock(&lock);
  counter->packets++;
  bpf_spin_unlock(&lock);
  //- end
  return 0;
}
char _license[] SEC("license") = "GPL";
