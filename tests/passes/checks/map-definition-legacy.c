// Maps in the section of old are for loaders of old, where bpfcc is not to make others of them.
// REQUIRES: bpf-load
// RUN: %bpfcc -fno-bpf-legacy-maps %s -o %t.o 2>&1 | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -fno-bpf-legacy-maps --loader=iproute2 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=CONVERTED
// RUN: %bpfcc -Werror --loader=iproute2-legacy %s -o %t.o
// RUN: %bpfcc -Werror -fno-bpf-legacy-maps --loader=libbpf:0.8 %s -o %t.o
// RUN: %bpfcc -Werror -fno-bpf-legacy-maps --loader=cilium-ebpf %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  unsigned type, key_size, value_size, max_entries, map_flags;
} flows SEC("maps") = {BPF_MAP_TYPE_HASH, 4, 8, 16, 0};
// CHECK: map-definition-legacy.c:[[@LINE-1]]:1: warning: 'flows' is defined in section 'maps', which libbpf rejects since 1.0 [-Wbpf-map-definition]
// CHECK: note: define it in '.maps'
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 key = ctx->ingress_ifindex;
  return bpf_map_lookup_elem(&flows, &key) ? XDP_DROP : XDP_PASS;
}
// REJECTED: libbpf rejects it
// CONVERTED: program: loads
