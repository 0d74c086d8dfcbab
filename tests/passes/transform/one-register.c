// A narrow value is tested and used in one register, also if it was chosen from several.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-one-register %s -o %t.off.o && kernel-says %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: kernel-says %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v4 %s -o %t.v4.o && kernel-says %t.v4.o | FileCheck %s
// OFF: grown: rejected: R{{[0-9]}} max value is outside of the allowed memory range
// OFF: byte: loads
// REMARK-DAG: one-register.c:{{[0-9]+}}:{{[0-9]+}}: remark: a narrow value is tested and used in one register [bpf-one-register]
// CHECK: grown: loads
// CHECK: byte: loads
// CHECK: chosen: loads
#include "Inputs/values.h"
SEC("tc") int grown(struct __sk_buff *skb) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  v->offset += bpf_get_prandom_u32() & 15;
  if (v->offset > sizeof(v->bytes) - 1)
    return 0;
  v->bytes[v->offset] = 1;
  return 1;
}
SEC("tc") int byte(struct __sk_buff *skb) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  __u64 number = v->numbers[0];
  __u8 index = number >> 8;
  if (index >= 16)
    return 0;
  v->numbers[index] = number;
  return 1;
}
SEC("tc") int chosen(struct __sk_buff *skb) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  __u16 index = skb->mark & 1 ? v->offset : v->other;
  if (index >= 16)
    return 0;
  v->numbers[index] = 1;
  return 1;
}
