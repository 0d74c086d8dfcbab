// One finding that has a repair (-Wbpf-padding): of the key, four bytes are never written.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct key {
  __u64 sector;
  __u32 device;
};
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, struct key);
  __type(value, __u64);
} seen SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  struct key k;
  __u64 now = 5;
  k.sector = ctx->ingress_ifindex;
  k.device = ctx->rx_queue_index;
  bpf_map_update_elem(&seen, &k, &now, BPF_ANY);
  return XDP_PASS;
}
