// A path that returns with a lock held: since when, and what to call.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: the lock taken in line [[#@LINE+13]] is still held on the path {{.*}}
// CHECK: note: bpf_spin_lock() is called here
// CHECK: note: also call bpf_spin_unlock() on this path before it returns
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct value { struct bpf_spin_lock lock; int count; };
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 1); __type(key, int); __type(value, struct value); } hits SEC(".maps");
SEC("tc") int count(struct __sk_buff *skb)
{
  int key = 0;
  struct value *v = bpf_map_lookup_elem(&hits, &key);
  if (!v)
    return 0;
  bpf_spin_lock(&v->lock);
  if (skb->len > 100) {
#ifdef REPAIRED
    bpf_spin_unlock(&v->lock);
#endif
    return 1;
  }
  v->count++;
  bpf_spin_unlock(&v->lock);
  return 0;
}
