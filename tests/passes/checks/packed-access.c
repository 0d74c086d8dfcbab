// A member of the user's own packed struct is put together of bytes; with a pad member it is one instruction.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef REPAIRED
#define PACKED
#else
#define PACKED __attribute__((packed))
#endif
struct flow {
  __u8 direction;
  __u64 packets;
  __u32 mark;
} PACKED;
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct flow);
} flows SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 zero = 0;
  struct flow *f = bpf_map_lookup_elem(&flows, &zero);
  if (!f)
    return 0;
  // CHECK: packed-access.c:[[@LINE+2]]:14: warning: writing 'packets' of the packed 'struct flow' takes 15 instructions instead of 1 [-Wbpf-packed-access]
  // CHECK: packed-access.c:[[@LINE-15]]:{{[0-9]+}}: note: remove packed, and add a member '__u8 pad[7]' before 'packets'
  f->packets = ctx->ingress_ifindex;
  // CHECK: packed-access.c:[[@LINE+1]]:13: warning: reading 'mark' of the packed 'struct flow' takes 10 instructions instead of 1
  return f->mark;
}
// CHECK: 2 warnings generated
