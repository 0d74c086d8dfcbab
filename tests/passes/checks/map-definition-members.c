// A member that libbpf does not know it rejects, the whole object with it; ip and tc ignore it. A map without a type, and a static one,
// nobody takes.
// REQUIRES: bpf-load
// RUN: not %bpfcc -DMEMBER=max_entires %s -o %t.o 2>&1 | FileCheck %s --check-prefix=MEMBER
// RUN: %bpfcc -DMEMBER=max_entires --loader=iproute2 -Wno-error=bpf-map-definition -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=IGNORED
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: not %bpfcc -DTYPE=0 %s -o %t.o 2>&1 | FileCheck %s --check-prefix=TYPE
// RUN: %bpfcc -DTYPE=0 -Wno-bpf-map-definition %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: not %bpfcc -DSTATIC=static %s -o %t.o 2>&1 | FileCheck %s --check-prefix=STATIC
// RUN: %bpfcc -DSTATIC=static -Wno-bpf-map-definition %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef MEMBER
#define MEMBER max_entries
#endif
#ifndef TYPE
#define TYPE BPF_MAP_TYPE_HASH
#endif
#ifndef STATIC
#define STATIC
#endif
STATIC struct {
  // MEMBER: map-definition-members.c:[[@LINE+4]]:1: error: 'flows' has a member 'max_entires', which libbpf rejects [-Wbpf-map-definition]
  // MEMBER: note: did you mean 'max_entries'?
  // IGNORED: map-definition-members.c:[[@LINE+2]]:1: warning: 'flows' has a member 'max_entires', which iproute2 ignores
  __uint(type, TYPE);
  __uint(MEMBER, 8);
  __type(key, __u32);
  __type(value, __u64);
  // TYPE: map-definition-members.c:[[@LINE+2]]:1: error: 'flows' has no map type
  // STATIC: map-definition-members.c:[[@LINE+1]]:1: error: 'flows' is static, and no loader accepts static maps
} flows SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 key = ctx->ingress_ifindex;
  return bpf_map_lookup_elem(&flows, &key) ? XDP_DROP : XDP_PASS;
}
// REJECTED: libbpf rejects it
// LOADS: program: loads
