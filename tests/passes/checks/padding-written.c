// No finding: braces, which write the padding too; memset; a helper that writes; a function; one path of several.
// RUN: %bpfcc -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct key {
  __u32 device;
  __u64 sector;
};
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __uint(key_size, sizeof(struct key));
  __uint(value_size, sizeof(struct key));
} seen SEC(".maps");
static __attribute__((noinline)) void fill(struct key *k) { __builtin_memset(k, 1, sizeof *k); }
#define SEEN(k) bpf_map_lookup_elem(&seen, k) ? XDP_DROP : XDP_PASS
SEC("xdp") int braces(struct xdp_md *ctx) {
  struct key k = {.device = ctx->ingress_ifindex};
  return SEEN(&k);
}
SEC("xdp") int set(struct xdp_md *ctx) {
  struct key k;
  __builtin_memset(&k, 0, sizeof k);
  k.device = ctx->ingress_ifindex;
  return SEEN(&k);
}
SEC("xdp") int by_helper(struct xdp_md *ctx) {
  struct key k;
  if (bpf_probe_read_kernel(&k, sizeof k, ctx))
    return XDP_DROP;
  return SEEN(&k);
}
SEC("xdp") int by_function(struct xdp_md *ctx) {
  struct key k;
  fill(&k);
  return SEEN(&k);
}
SEC("xdp") int on_one_way(struct xdp_md *ctx) {
  struct key k;
  if (ctx->ingress_ifindex == 3)
    __builtin_memset(&k, 0, sizeof k);
  k.device = 1;
  k.sector = 2;
  return SEEN(&k);
}
SEC("xdp") int at_an_index(struct xdp_md *ctx) {
  char bytes[16];
  for (int i = 0; i < 16; ++i)
    bytes[i] = bpf_get_prandom_u32();
  return SEEN(bytes);
}
char license[] SEC("license") = "GPL";
