// A value is tested against both of its bounds, where LLVM tests the difference from one of them.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v2 -fno-bpf-transforms %s -o %t.off.o && kernel-says %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v2 -fno-bpf-transforms -fbpf-range-tests %s -o %t.o && kernel-says %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v3 %s -o %t.v3.o && kernel-says %t.v3.o | FileCheck %s
// RUN: llvm-objdump -d --no-show-raw-insn %t.o | FileCheck %s --check-prefix=CODE
// OFF: chosen: rejected: {{.*}} unbounded memory access
// OFF: inlined: rejected: {{.*}} unbounded memory access
// OFF: joined: rejected: {{.*}} unbounded memory access
// CHECK: chosen: loads
// CHECK: inlined: loads
// CHECK: joined: loads
// CHECK: only_tested: loads
// CHECK: both: loads
// A value that is only tested keeps LLVM's test.
// CODE-LABEL: <only_tested>:
// CODE: += {{-2|-0x2}}
// So does one whose difference is used as well: it is what the verifier has to know.
// CODE-LABEL: <both>:
// CODE: += {{-2|-0x2}}
// CODE: if r{{[0-9]}} > {{10|0xa}} goto
#include "Inputs/values.h"
SEC("tc") int chosen(struct __sk_buff *skb) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  __u32 i = v->index;
  switch (i) {
  case 2 ... 12:
    return v->numbers[i];
  }
  return 0;
}
static inline bool is_valid(__u32 i) { return i >= 2 && i <= 12; }
SEC("tc") int inlined(struct __sk_buff *skb) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  __u32 i = v->index;
  return is_valid(i) ? v->numbers[i] : 0;
}
SEC("tc") int joined(struct __sk_buff *skb) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  __u32 i = v->index;
  if ((i >= 2) & (i <= 12))
    return v->numbers[i];
  return 0;
}
SEC("tc") int only_tested(struct __sk_buff *skb) {
  struct value *v = value_of(&first, 0);
  if (v && is_valid(v->index)) {
    v->length = 3;
    bpf_ktime_get_ns();
  }
  return 0;
}
SEC("tc") int both(struct __sk_buff *skb) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  __u64 i = v->numbers[0], beyond = i - 2;
  if (beyond > 10)
    return 0;
  v->bytes[beyond] = 1;
  return i & 1;
}
