// Kernels before 6.9 reject a call while a lock is held: what is called there is inlined whatever it adds, with what it calls
// itself. Elsewhere the same function stays one, and on later kernels there too.
// RUN: %bpfcc --kernel=6.1 %s -o %t.o && llvm-objdump -dr --no-show-raw-insn %t.o | FileCheck %s
// RUN: %bpfcc --kernel=6.9 %s -o %t.o && llvm-objdump -dr --no-show-raw-insn %t.o | FileCheck --check-prefix=LATER %s
// RUN: %bpfcc --kernel=6.1 --inline=auto %s -o %t.o && llvm-objdump -dr --no-show-raw-insn %t.o | FileCheck --check-prefix=LATER %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct value {
  struct bpf_spin_lock lock;
  __u64 counts[64];
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct value);
} values SEC(".maps");

static void inner(volatile __u64 *counts, __u64 more) {
#pragma unroll
  for (int i = 0; i != 32; ++i)
    counts[i] ^= more;
}
static void add(struct value *value, __u64 more) {
#pragma unroll
  for (int i = 0; i != 64; ++i)
    ((volatile __u64 *)value->counts)[i] += more;
  inner(value->counts, more);
  inner(value->counts + 32, more);
}

// CHECK-LABEL: <locked>:
// CHECK: call 0x5d
// CHECK-NOT: R_BPF_64_32
// CHECK: call 0x5e
// CHECK: R_BPF_64_32 .text
// CHECK: call 0x5d
// CHECK-NOT: R_BPF_64_32
// CHECK: call 0x5e
// LATER-LABEL: <locked>:
// LATER: call 0x5d
// LATER: R_BPF_64_32
// LATER: call 0x5e
SEC("tc") int locked(struct __sk_buff *skb) {
  __u32 zero = 0;
  struct value *value = bpf_map_lookup_elem(&values, &zero);
  if (!value)
    return 0;
  bpf_spin_lock(&value->lock);
  if (skb->mark)
    add(value, skb->len);
  bpf_spin_unlock(&value->lock);
  add(value, skb->mark);
  bpf_spin_lock(&value->lock);
  value->counts[0] += 1;
  bpf_spin_unlock(&value->lock);
  return 0;
}
