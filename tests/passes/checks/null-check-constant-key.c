// A lookup of a constant key in an array: kernels from 6.14 on know that there is such an element.
// REQUIRES: bpf-load
// RUN: not %bpfcc --kernel=6.12 %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OLD
// RUN: %bpfcc --kernel=6.18 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -Wno-error=bpf --kernel=6.18 -DFIXED %s -o %t.o 2>&1 | count 0
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, __u64);
} table SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, __u64);
} array SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 key = 3;
  __u64 *count = bpf_map_lookup_elem(&array, &key);
#ifdef FIXED
  if (!count)
    return 1;
#endif
  // OLD: null-check-constant-key.c:[[@LINE+2]]:10: error: 'count' may be NULL here [-Wbpf-null-check]
  // CHECK: null-check-constant-key.c:[[@LINE+1]]:10: warning: 'count' may be NULL here [-Wbpf-null-check]
  *count += 1;
  // CHECK: note: kernels before 6.14 reject this
  return 2;
}
char license[] SEC("license") = "GPL";
