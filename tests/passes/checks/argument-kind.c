// An argument points to another kind of memory than the function expects. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-argument-kind %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
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
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, struct value);
} locked SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, __u64);
} values SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");

// CHECK: argument-kind.c:[[@LINE+6]]:3: error: bpf_spin_lock() wants a bpf_spin_lock in the value of a map as its first argument, not 'own', a variable on the stack [-Wbpf-argument-kind]
SEC("tc") int lock(struct __sk_buff *skb) {
  struct bpf_spin_lock own = {};
  __u32 key = skb->ifindex;
  struct value *value = bpf_map_lookup_elem(&locked, &key);
  if (!value) return 0;
  bpf_spin_lock(BAD_OR_FIXED(&own, &value->lock));
  bpf_spin_unlock(BAD_OR_FIXED(&own, &value->lock));
  return 0;
}
// KERNEL-DAG: lock: rejected:
// FIXED-DAG: lock: loads

SEC("tc") int key(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  // CHECK: error: bpf_map_lookup_elem() wants a key in memory as its second argument, not 'skb', the context
  return bpf_map_lookup_elem(&values, BAD_OR_FIXED((void *)skb, &key)) != 0;
}
// KERNEL-DAG: key: rejected:
// FIXED-DAG: key: loads

SEC("tc") int map(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  __u64 *value = bpf_map_lookup_elem(&values, &key);
  if (!value)
    return 0;
  // CHECK: error: bpf_map_delete_elem() wants a map as its first argument, not 'value', the value of a map
  return bpf_map_delete_elem(BAD_OR_FIXED((void *)value, &values), &key);
}
// KERNEL-DAG: map: rejected:
// FIXED-DAG: map: loads

SEC("tc") int record(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  __u64 *value = bpf_map_lookup_elem(&values, &key);
  if (!value)
    return 0;
  // CHECK: error: bpf_ringbuf_submit() wants a record of bpf_ringbuf_reserve() as its first argument, not 'value', the value of a map
  BAD_OR_FIXED(bpf_ringbuf_submit(value, 0), bpf_ringbuf_output(&ring, value, 8, 0));
  return 0;
}
// KERNEL-DAG: record: rejected:
// FIXED-DAG: record: loads

SEC("tc") int context(struct __sk_buff *skb) {
  __u32 word = 0;
  // CHECK: error: bpf_skb_load_bytes() wants {{.*}} as its first argument, not {{.*}} variable on the stack
  return bpf_skb_load_bytes(BAD_OR_FIXED((void *)&word, skb), 0, &word, 4);
}
// KERNEL-DAG: context: rejected:
// FIXED-DAG: context: loads

__attribute__((noinline)) int length(struct __sk_buff *skb) { return skb->len; }
SEC("tc") int global_function(struct __sk_buff *skb) {
  __u32 own[64] = {};
  // CHECK: error: 'length' wants the context as its first argument, not a variable on the stack
  return length(BAD_OR_FIXED((void *)own, skb));
}
// KERNEL-DAG: global_function: rejected:
// FIXED-DAG: global_function: loads

SEC("tc") int inside(struct __sk_buff *skb) {
  // CHECK: error: 'length' wants the context as its first argument, not an address inside of it
  return length(BAD_OR_FIXED(skb + 1, skb));
}
// KERNEL-DAG: inside: rejected:
// FIXED-DAG: inside: loads

struct bpf_dynptr in_data;
SEC("tc") int dynptr(struct __sk_buff *skb) {
  struct bpf_dynptr on_stack;
  // CHECK: error: bpf_ringbuf_reserve_dynptr() wants room for a dynptr on the stack as its fourth argument, not {{.*}}a global variable
  bpf_ringbuf_reserve_dynptr(&ring, 8, 0, BAD_OR_FIXED(&in_data, &on_stack));
  bpf_ringbuf_discard_dynptr(BAD_OR_FIXED(&in_data, &on_stack), 0);
  return 0;
}
// KERNEL-DAG: dynptr: rejected:
// FIXED-DAG: dynptr: loads
char license[] SEC("license") = "GPL";
