// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
struct flow { __u8 direction; __u64 packets; } __attribute__((packed));
//- end
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 1); __type(key, __u32); __type(value, struct flow); } flows SEC(".maps");
SEC("socket") int program(struct __sk_buff *skb) {
  __u32 zero = 0;
  __u64 now = bpf_ktime_get_ns();
  struct flow *flow = bpf_map_lookup_elem(&flows, &zero);
  if (!flow)
    return 0;
  //- page
  flow->packets = now;
  //- end
  return 1;
}
char _license[] SEC("license") = "GPL";
