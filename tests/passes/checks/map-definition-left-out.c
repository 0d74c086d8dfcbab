// What a definition omits ip, tc and bpftool do not add.
// REQUIRES: bpf-load
// RUN: not %bpfcc --loader=bpftool %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc %s -o %t.o && makes-maps %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -DREPAIRED -Werror --loader=bpftool %s -o %t.o && makes-maps %t.o | FileCheck %s --check-prefix=GOOD --implicit-check-not=rejected
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef REPAIRED
#define IF_REPAIRED(member) member;
#else
#define IF_REPAIRED(member)
#endif
// CHECK: map-definition-left-out.c:[[@LINE+8]]:1: error: 'flows' has no max_entries, which a BPF_MAP_TYPE_HASH requires [-Wbpf-map-definition]
// CHECK: note: add __uint(max_entries, N){{$}}
// KERNEL: flows: rejected
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __type(key, __u32);
  __type(value, __u64);
  IF_REPAIRED(__uint(max_entries, 8))
} flows SEC(".maps");
// CHECK: map-definition-left-out.c:[[@LINE+8]]:1: error: 'scratch' does not define its value size, which is at least 1 for a BPF_MAP_TYPE_ARRAY
// CHECK: note: add __type(value, TYPE){{$}}
// KERNEL: scratch: rejected
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __type(key, __u32);
  __uint(max_entries, 8);
  IF_REPAIRED(__type(value, __u64))
} scratch SEC(".maps");
// CHECK: map-definition-left-out.c:[[@LINE+9]]:1: error: 'routes' does not set BPF_F_NO_PREALLOC, which a BPF_MAP_TYPE_LPM_TRIE requires
// CHECK: note: add __uint(map_flags, BPF_F_NO_PREALLOC){{$}}
// KERNEL: routes: rejected
struct {
  __uint(type, BPF_MAP_TYPE_LPM_TRIE);
  __uint(max_entries, 8);
  __uint(key_size, 8);
  __uint(value_size, 8);
  IF_REPAIRED(__uint(map_flags, BPF_F_NO_PREALLOC))
} routes SEC(".maps");
// CHECK: map-definition-left-out.c:[[@LINE+9]]:1: error: 'outer' does not define its inner maps
// CHECK: note: add __array(values, STRUCT){{$}}
// KERNEL: outer: rejected
struct {
  __uint(type, BPF_MAP_TYPE_HASH_OF_MAPS);
  __uint(max_entries, 8);
  __type(key, __u32);
  __type(value, __u32);
  IF_REPAIRED(__array(values, struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 8); __type(key, __u32); __type(value, __u64); }))
} outer SEC(".maps");
// A perf event array is made as large as there are CPUs.
// KERNEL: events: made
// GOOD: events: made
struct {
  __uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
  __uint(key_size, 4);
  __uint(value_size, 4);
} events SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) { return XDP_PASS; }
