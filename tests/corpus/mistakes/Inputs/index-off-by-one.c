// An index is compared with <=.
// check: value-bounds
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
struct histogram { __u64 slots[32]; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1024);
  __type(key, __u32);
  __type(value, struct histogram);
} histograms SEC(".maps");

SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 key = ctx->ingress_ifindex, slot = ctx->rx_queue_index;
  struct histogram *histogram = bpf_map_lookup_elem(&histograms, &key);
  if (!histogram)
    return XDP_PASS;
  if (slot BAD_OR_FIXED(<=, <) 32)
    histogram->slots[slot]++;
  return XDP_PASS;
}
char license[] SEC("license") = "GPL";
