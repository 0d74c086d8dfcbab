// What the kernel accepts only with a lock held, or not with one held, and the unlock of another lock. The kernel says the
// same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-unreleased %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif
struct value { struct bpf_spin_lock lock; __u64 number; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, struct value);
} table SEC(".maps");

SEC("tc") int other(struct __sk_buff *skb) {
  __u32 key = skb->ifindex, other_key = skb->ingress_ifindex;
  struct value *one = bpf_map_lookup_elem(&table, &key);
  struct value *two = bpf_map_lookup_elem(&table, &other_key);
  if (!one || !two)
    return 0;
  bpf_spin_lock(&one->lock);
  one->number++;
  // CHECK: unreleased-lock.c:[[@LINE+2]]:3: error: bpf_spin_unlock() is called for another lock than bpf_spin_lock() [-Wbpf-unreleased]
  // CHECK: unreleased-lock.c:[[@LINE-3]]:3: note: bpf_spin_lock() is called here
  bpf_spin_unlock(&BAD_OR_FIXED(two, one)->lock);
  return 0;
}
// KERNEL-DAG: other: rejected:
// FIXED-DAG: other: loads

#define global __attribute__((noinline))
global int measure(struct __sk_buff *skb) { return skb->len; }
SEC("tc") int function(struct __sk_buff *skb) {
  __u32 key = skb->ifindex, length = BAD_OR_FIXED(0, measure(skb));
  struct value *value = bpf_map_lookup_elem(&table, &key);
  if (!value)
    return 0;
  bpf_spin_lock(&value->lock);
  // CHECK: error: the global function 'measure' is called between bpf_spin_lock() and bpf_spin_unlock()
  value->number += BAD_OR_FIXED(measure(skb), length);
  bpf_spin_unlock(&value->lock);
  return 0;
}
// KERNEL-DAG: function: rejected:
// FIXED-DAG: function: loads
char license[] SEC("license") = "GPL";
// CHECK: 2 errors generated
