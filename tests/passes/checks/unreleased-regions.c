// A path leaves a region open, ends one that is not open, or calls in one what cannot be called there. The kernel says
// the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-unreleased %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct value { struct bpf_spin_lock lock; __u64 number; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, struct value);
} table SEC(".maps");
extern void bpf_preempt_disable(void) __ksym;
extern void bpf_preempt_enable(void) __ksym;
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;
#ifdef FIXED
#define ONLY_IF_FIXED(statement) statement
#define ONLY_IF_BAD(statement)
#else
#define ONLY_IF_FIXED(statement)
#define ONLY_IF_BAD(statement) statement
#endif

SEC("tc") int nested(struct __sk_buff *skb) {
  bpf_preempt_disable();
  bpf_preempt_disable();
  bpf_preempt_enable();
  ONLY_IF_FIXED(bpf_preempt_enable());
  // CHECK: unreleased-regions.c:[[@LINE+1]]:3: error: a path that ends here has called bpf_preempt_disable(), and not bpf_preempt_enable() [-Wbpf-unreleased]
  return 0;
}
// KERNEL-DAG: nested: rejected:
// FIXED-DAG: nested: loads

static __noinline void begin(void) { bpf_preempt_disable(); }
static __noinline void end(void) { bpf_preempt_enable(); }
SEC("tc") int through_function(struct __sk_buff *skb) {
  begin();
  // CHECK: unreleased-regions.c:[[@LINE+2]]:20: error: a path that ends here has called bpf_preempt_disable(), and not bpf_preempt_enable()
  // CHECK: unreleased-regions.c:[[@LINE-2]]:3: note: 'begin' calls bpf_preempt_disable() here
  if (skb->ifindex == 3) {
    ONLY_IF_FIXED(end());
    return 1;
  }
  end();
  return 0;
}
// KERNEL-DAG: through_function: rejected:
// FIXED-DAG: through_function: loads

SEC("tc") int not_begun(struct __sk_buff *skb) {
  ONLY_IF_FIXED(bpf_rcu_read_lock());
  // CHECK: unreleased-regions.c:[[@LINE+1]]:3: error: bpf_rcu_read_unlock() is called without bpf_rcu_read_lock() before it
  bpf_rcu_read_unlock();
  return 0;
}
// KERNEL-DAG: not_begun: rejected:
// FIXED-DAG: not_begun: loads

SEC("tc") int call(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  struct value *value = bpf_map_lookup_elem(&table, &key);
  if (!value)
    return 0;
  bpf_spin_lock(&value->lock);
  // CHECK: unreleased-regions.c:[[@LINE+3]]:31: error: bpf_ktime_get_ns() is called between bpf_spin_lock() and bpf_spin_unlock()
  // CHECK: note: bpf_spin_lock() is called here
  // CHECK: note: call bpf_spin_unlock() before
  ONLY_IF_BAD(value->number = bpf_ktime_get_ns());
  bpf_spin_unlock(&value->lock);
  return 0;
}
// KERNEL-DAG: call: rejected:
// FIXED-DAG: call: loads

SEC("tc") int twice(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  struct value *value = bpf_map_lookup_elem(&table, &key);
  if (!value)
    return 0;
  bpf_spin_lock(&value->lock);
  // CHECK: error: bpf_spin_lock() is called again before bpf_spin_unlock()
  ONLY_IF_BAD(bpf_spin_lock(&value->lock));
  bpf_spin_unlock(&value->lock);
  return 0;
}
// KERNEL-DAG: twice: rejected:
// FIXED-DAG: twice: loads
char license[] SEC("license") = "GPL";
// CHECK: 5 errors generated
