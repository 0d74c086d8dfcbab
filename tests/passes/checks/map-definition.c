// What is wrong in a definition, each with the nearest that is right: the kernel makes the second, and not the first.
// REQUIRES: bpf-load
// RUN: not %bpfcc -DBAD %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DBAD -Wno-bpf-map-definition %s -o %t.o && makes-maps %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror %s -o %t.o && makes-maps %t.o | FileCheck %s --check-prefix=GOOD --implicit-check-not=rejected
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef BAD
#define EITHER(bad, good) bad
#else
#define EITHER(bad, good) good
#endif
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 4);
  // CHECK: map-definition.c:[[@LINE+1]]:1: error: the key of 'array' has 8 bytes; a BPF_MAP_TYPE_ARRAY requires 4 [-Wbpf-map-definition]
  __type(key, EITHER(__u64, __u32));
  __type(value, __u64);
} array SEC(".maps");
// KERNEL: array: rejected
// GOOD: array: made
struct {
  __uint(type, BPF_MAP_TYPE_QUEUE);
  __uint(max_entries, 4);
  // CHECK: map-definition.c:[[@LINE+2]]:1: error: 'queue' has a key, but a BPF_MAP_TYPE_QUEUE has none
  // CHECK: note: remove it
  EITHER(__type(key, __u32);, )
  __type(value, __u64);
} queue SEC(".maps");
// KERNEL: queue: rejected
// GOOD: queue: made
struct {
  __uint(type, BPF_MAP_TYPE_STACK_TRACE);
  __uint(max_entries, 4);
  __type(key, __u32);
  // CHECK: map-definition.c:[[@LINE+1]]:1: error: the value of 'stacks' has 20 bytes; a BPF_MAP_TYPE_STACK_TRACE requires a multiple of 8
  __uint(value_size, EITHER(20, 24));
} stacks SEC(".maps");
// KERNEL: stacks: rejected
// GOOD: stacks: made
struct {
  __uint(type, BPF_MAP_TYPE_SK_STORAGE);
  __uint(map_flags, BPF_F_NO_PREALLOC);
  // CHECK: map-definition.c:[[@LINE+1]]:1: error: 'storage' has max_entries, which a BPF_MAP_TYPE_SK_STORAGE does not accept
  EITHER(__uint(max_entries, 4);, )
  __type(key, int);
  __type(value, __u64);
} storage SEC(".maps");
// KERNEL: storage: rejected
// GOOD: storage: made
struct {
  __uint(type, BPF_MAP_TYPE_SK_STORAGE);
  __uint(map_flags, BPF_F_NO_PREALLOC);
  // CHECK: map-definition.c:[[@LINE+2]]:1: error: 'sizes' has key_size or value_size; a BPF_MAP_TYPE_SK_STORAGE requires types
  // CHECK: note: add __type(key, int) and __type(value, TYPE)
  EITHER(__uint(key_size, 4), __type(key, int));
  EITHER(__uint(value_size, 8), __type(value, __u64));
} sizes SEC(".maps");
// KERNEL: sizes: rejected
// GOOD: sizes: made
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  // CHECK: map-definition.c:[[@LINE+1]]:1: error: 'ring' has a value, but a BPF_MAP_TYPE_RINGBUF has none
  EITHER(__type(value, __u64);, )
  __uint(max_entries, 5000);
} ring SEC(".maps");
// KERNEL: ring: rejected
// GOOD: ring: made
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
  __uint(max_entries, 4);
  __type(key, __u32);
  // CHECK: map-definition.c:[[@LINE+6]]:1: error: the key of an inner map of 'outer' has 2 bytes; a BPF_MAP_TYPE_ARRAY requires 4
  __array(
      values, struct {
        __uint(type, BPF_MAP_TYPE_ARRAY);
        __uint(max_entries, 4);
        __type(value, __u64);
        __type(key, EITHER(__u16, __u32));
      });
} outer SEC(".maps");
// KERNEL: outer: rejected
// GOOD: outer: made
// CHECK: 7 errors generated
SEC("xdp") int program(struct xdp_md *ctx) { return XDP_PASS; }
