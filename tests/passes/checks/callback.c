// The kernel calls a callback with the arguments of its helper, whatever the source declares.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-callback %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct sum {
  __u64 all;
};
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u64);
} table SEC(".maps");
#ifndef FIXED
static long swapped(struct sum *sum, __u32 index) {
  // CHECK: callback.c:[[@LINE+1]]:12: error: 'sum' of 'swapped' is no pointer: argument 1 that bpf_loop() calls it with is a number [-Wbpf-callback]
  sum->all += index;
  return 0;
}
SEC("xdp") int swaps(struct xdp_md *ctx) {
  struct sum sum = {};
  // CHECK: callback.c:[[@LINE+1]]:3: note: it is handed over here
  bpf_loop(4, swapped, &sum, 0);
  return sum.all;
}
// KERNEL-DAG: swaps: rejected:
static long with_more(__u32 index, struct sum *sum, __u64 flags) {
  // CHECK: callback.c:[[@LINE+1]]:{{.*}}: error: 'flags' of 'with_more' has no value: bpf_loop() calls it with 2 arguments
  sum->all += flags;
  return 0;
}
SEC("xdp") int more(struct xdp_md *ctx) {
  struct sum sum = {};
  bpf_loop(4, with_more, &sum, 0);
  return sum.all;
}
// KERNEL-DAG: more: rejected:
long global(__u32 index, struct sum *sum) { return sum ? index & 1 : 0; }
SEC("xdp") int calls_global(struct xdp_md *ctx) {
  struct sum sum = {};
  // CHECK: callback.c:[[@LINE+1]]:3: error: 'global' is not static: bpf_loop() calls back static functions alone
  bpf_loop(4, global, &sum, 0);
  return sum.all;
}
// KERNEL-DAG: calls_global: rejected:
#endif
// CHECK-NOT: {{(error|warning):}}
static long add(__u32 index, struct sum *sum) {
  sum->all += index;
  return 0;
}
static long count(__u32 index) { return index > 2; }
static long unused(__u32 index, void *context, void *unused) { return 0; }
static long each(void *map, __u32 *key, __u64 *value, struct sum *sum) {
  sum->all += *key + *value;
  return 0;
}
SEC("xdp") int fixed(struct xdp_md *ctx) {
  struct sum sum = {};
  bpf_loop(4, add, &sum, 0);
  bpf_loop(4, count, 0, 0);
  bpf_loop(4, unused, 0, 0);
  bpf_for_each_map_elem(&table, each, &sum, 0);
  return sum.all;
}
char license[] SEC("license") = "GPL";
// CHECK: 3 errors generated
// FIXED: fixed: loads
