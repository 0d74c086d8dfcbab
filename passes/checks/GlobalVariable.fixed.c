// bpfcc --kernel=5.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
struct { __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY); __uint(max_entries, 1);
         __type(key, __u32); __type(value, __u64); } packets SEC(".maps");
//- end
SEC("xdp") int program(struct xdp_md *ctx) {
  //- page
  __u32 zero = 0;
  __u64 *count = bpf_map_lookup_elem(&packets, &zero);
  if (count) ++*count;
  //- end
  return XDP_PASS;
}
