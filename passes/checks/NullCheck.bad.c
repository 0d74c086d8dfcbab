// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 64);
  __type(key, __u32);
  __type(value, __u64);
} counts SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  //- page
  __u64 *count = bpf_map_lookup_elem(&counts, &key);
  *count += 1;
  //- end
  return XDP_PASS;
}
char _license[] SEC("license") = "GPL";
