// A map with a lock is not for programs of some types; the kernel says the same.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-special-field %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct counter {
  struct bpf_spin_lock lock;
  __u64 packets;
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct counter);
} counters SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u64);
} plain SEC(".maps");
#ifndef FIXED
SEC("kprobe/f") int traces(void *ctx) {
  __u32 key = 0;
  // CHECK: special-field.c:[[@LINE+1]]:29: error: programs in section 'kprobe/f' cannot use 'counters', which has a bpf_spin_lock [-Wbpf-special-field]
  struct counter *counter = bpf_map_lookup_elem(&counters, &key);
  return counter ? counter->packets : 0;
}
// KERNEL-DAG: traces: rejected:
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("tc") int another_type(struct __sk_buff *skb) {
  __u32 key = 0;
  struct counter *counter = bpf_map_lookup_elem(&counters, &key);
  return counter ? counter->packets : 0;
}
SEC("kprobe/f") int fixed(void *ctx) {
  __u32 key = 0;
  __u64 *packets = bpf_map_lookup_elem(&plain, &key);
  return packets ? *packets : 0;
}
char license[] SEC("license") = "GPL";
// CHECK: 1 error generated
// FIXED-DAG: another_type: loads
// FIXED-DAG: fixed: loads
