// bpfcc --kernel=6.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_PROG_ARRAY); __uint(max_entries, 4); __type(key, __u32); __type(value, __u32); } stages SEC(".maps");
SEC("xdp") int entry(struct xdp_md *ctx) {
  //- page
  bpf_tail_call(ctx, &stages, 4);
  //- end
  return XDP_PASS;
}
