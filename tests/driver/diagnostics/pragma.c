// Pragmas decide about our checks as they do about clang's warnings: from where they stand until they are popped.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct key {
  __u32 device;
  __u64 sector;
};
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, struct key);
  __type(value, __u64);
} seen SEC(".maps");
#define LOOKUP                                                                                                         \
  struct key k;                                                                                                        \
  k.device = ctx->ingress_ifindex;                                                                                     \
  k.sector = 3;                                                                                                        \
  return bpf_map_lookup_elem(&seen, &k) ? XDP_DROP : XDP_PASS;
// CHECK: pragma.c:[[@LINE+1]]:{{[0-9]+}}: warning: bpf_map_lookup_elem() reads 4 bytes after 'device'
SEC("xdp") int before(struct xdp_md *ctx) { LOOKUP }
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wbpf-padding"
SEC("xdp") int ignored(struct xdp_md *ctx) { LOOKUP }
#pragma GCC diagnostic error "-Wbpf-padding"
// CHECK: pragma.c:[[@LINE+1]]:{{[0-9]+}}: error: bpf_map_lookup_elem() reads 4 bytes after 'device' of 'k' that are never initialized [-Wbpf-padding]
SEC("xdp") int error(struct xdp_md *ctx) { LOOKUP }
#pragma clang diagnostic pop
// CHECK: pragma.c:[[@LINE+1]]:{{[0-9]+}}: warning: bpf_map_lookup_elem() reads 4 bytes after 'device'
SEC("xdp") int after(struct xdp_md *ctx) { LOOKUP }
