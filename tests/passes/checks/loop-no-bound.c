// A loop that no constant bounds, with the name of what decides. The kernel rejects what it can see no end of.
// REQUIRES: bpf-load
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %bpfcc -DQUICK -Wno-bpf-loop -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -DREPAIRED -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct rule {
  __u32 count, flag;
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct rule);
} rules SEC(".maps");
#ifdef REPAIRED
#define BOUND(i) i < 64 &&
#define COUNT(i) ++i
#else
#define BOUND(i)
#define COUNT(i) barrier()
#endif
// The kernel walks a million instructions of this one.
#ifndef QUICK
SEC("xdp") int member(struct xdp_md *ctx) {
  __u32 zero = 0;
  struct rule *r = bpf_map_lookup_elem(&rules, &zero);
  if (!r)
    return 0;
  // CHECK: loop-no-bound.c:[[@LINE+2]]:3: warning: 'count' of 'r' determines how often this loop runs, and no constant bounds it: the verifier follows each iteration until it gives up [-Wbpf-loop]
  // CHECK: note: also compare with a constant, i < 64 && i < n; bpf_loop() runs up to 8388608 times and is verified once
  for (int i = 0; BOUND(i) i < r->count; ++i)
    bpf_get_prandom_u32();
  return XDP_PASS;
}
#endif
SEC("xdp") int helper(struct xdp_md *ctx) {
  int i = 0;
  // CHECK: loop-no-bound.c:[[@LINE+1]]:3: warning: the return value of bpf_get_prandom_u32() determines how often this loop runs
  while (BOUND(i) bpf_get_prandom_u32())
    COUNT(i);
  return i;
}
char license[] SEC("license") = "GPL";
// REJECTED: helper: rejected
// LOADS: member: loads
// LOADS: helper: loads
