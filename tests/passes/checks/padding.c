// Bytes of a key that no assignment writes, with the fix under the caret: what comes after it is what clang would take.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -c %s -o %t.o -fdiagnostics-parseable-fixits 2>&1 | FileCheck %s --check-prefix=PARSEABLE
// RUN: %bpfcc -DREPAIRED -Werror -c %s -o %t.o
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
#ifdef REPAIRED
  struct key k = {};
#else
  struct key k;
#endif
  __u64 now = 5;
  k.sector = ctx->ingress_ifindex;
  k.device = ctx->rx_queue_index;
  // CHECK: padding.c:[[@LINE+7]]:3: warning: bpf_map_update_elem() reads 4 bytes after 'device' of 'k' that are never initialized [-Wbpf-padding]
  // CHECK: note: a lookup compares these bytes too
  // CHECK: padding.c:[[@LINE-7]]:{{[0-9]+}}: note: 'k' is declared here; initialize it
  // CHECK: padding.c:[[@LINE-8]]:15: note: append '= {}' to 'k'
  // CHECK-NEXT: struct key k;
  // CHECK-NEXT: {{\| +\^$}}
  // CHECK-NEXT: {{\| += \{\}$}}
  bpf_map_update_elem(&seen, &k, &now, BPF_ANY);
  return XDP_PASS;
}
// PARSEABLE: fix-it:"{{.*}}padding.c":{21:15-21:15}:" = {}"
