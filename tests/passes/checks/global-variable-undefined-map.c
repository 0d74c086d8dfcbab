// A map that nothing defines is rejected by libbpf as any variable is; with -c another source may define it.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s -DHOW=error
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s -DHOW=warning
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u64);
} counts SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 key = 0;
  // CHECK: global-variable-undefined-map.c:[[@LINE+1]]:{{.*}} [[HOW]]: 'counts' is declared but not defined in this object [-Wbpf-global-variable]
  return !bpf_map_lookup_elem(&counts, &key);
  // CHECK: note: define it, or link with the source that defines it{{$}}
}
// REJECTED: libbpf rejects it
