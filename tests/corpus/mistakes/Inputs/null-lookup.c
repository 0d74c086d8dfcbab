// A counter is added to without a test of the lookup.
// check: null-check
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1024);
  __type(key, __u32);
  __type(value, __u64);
} counts SEC(".maps");

SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&counts, &key);
  BAD_OR_FIXED(, if (!count) return XDP_PASS);
  *count += 1;
  return XDP_PASS;
}
char license[] SEC("license") = "GPL";
