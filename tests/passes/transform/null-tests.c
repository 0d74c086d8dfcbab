// Two pointers are tested one after the other, where LLVM tests a bitwise or of them, which the kernel rejects.
// REQUIRES: bpf-load
// RUN: clang --target=bpf -O2 -g -mcpu=v3 -idirafter /usr/include/x86_64-linux-gnu -idirafter /usr/include/aarch64-linux-gnu -c %s -o %t.clang.o
// RUN: kernel-says %t.clang.o | FileCheck %s --check-prefix=CLANG
// RUN: %bpfcc -mcpu=v3 -fno-bpf-null-tests %s -o %t.off.o && kernel-says %t.off.o | FileCheck %s --check-prefix=CLANG
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --check-prefix=REMARK --implicit-check-not=remark
// RUN: kernel-says %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v1 %s -o %t.v1.o && kernel-says %t.v1.o | FileCheck %s
// CLANG: neither: rejected: R{{[0-9]}} pointer |= pointer prohibited
// CLANG: one: rejected: R{{[0-9]}} pointer |= pointer prohibited
// CLANG: missing: loads
// REMARK: null-tests.c:{{[0-9]+}}:{{[0-9]+}}: remark: two pointers are tested one after the other [bpf-null-tests]
// REMARK: null-tests.c:{{[0-9]+}}:{{[0-9]+}}: remark: two pointers are tested one after the other [bpf-null-tests]
// CHECK: neither: loads
// CHECK: one: loads
// CHECK: missing: loads
#include "Inputs/values.h"
SEC("tc") int neither(struct __sk_buff *skb) {
  struct value *a = value_of(&first, skb->mark), *b = value_of(&first, skb->mark + 1);
  if (!a && !b)
    return 0;
  struct value *found = a ? a : b;
  return found->index;
}
SEC("tc") int one(struct __sk_buff *skb) {
  struct value *a = value_of(&first, skb->mark), *b = value_of(&first, skb->mark + 1);
  if (a || b) {
    struct value *found = a ? a : b;
    return found->index;
  }
  return 3;
}
SEC("tc") int missing(struct __sk_buff *skb) {
  struct value *a = value_of(&first, skb->mark), *b = value_of(&first, skb->mark + 1);
  if (!a || !b)
    return 0;
  return a->index + b->index;
}
