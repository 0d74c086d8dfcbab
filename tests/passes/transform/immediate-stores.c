// Constants are stored without a register below v4 too: to map values, packets, and to variables that only helpers read.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-immediate-stores %s -o %t.off.o && llvm-objdump -d %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: llvm-objdump -d %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v1 %s -o %t.v1.o && llvm-objdump -d %t.v1.o | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=SAYS
// RUN: kernel-says %t.v1.o | FileCheck %s --check-prefix=SAYS
// OFF-NOT: {{\) = -?0x}}
// REMARK: immediate-stores.c:{{[0-9]+}}:{{[0-9]+}}: remark: a constant is stored without a register [bpf-immediate-stores]
// SAYS-COUNT-6: loads
#include "Inputs/values.h"
// CHECK-LABEL: <value>:
// CHECK-DAG: *(u64 *)(r{{[0-9]}} + 0x8) = -0x1
// CHECK-DAG: *(u32 *)(r{{[0-9]}} + 0x180) = -0x1
// CHECK-DAG: *(u16 *)(r{{[0-9]}} + 0x188) = 0x3
// CHECK-DAG: *(u8 *)(r{{[0-9]}} + 0x85) = 0x1
SEC("tc") int value(struct __sk_buff *skb) {
  struct value *v = value_of(&first, skb->mark);
  if (!v)
    return 1;
  v->numbers[1] = -1;
  v->index = 0xffffffff;
  v->offset = 3;
  v->bytes[5] = 1;
  return 0;
}
// The value does not fit.
// CHECK-LABEL: <large>:
// CHECK-NOT: {{\) = -?0x}}
// CHECK: exit
SEC("tc") int large(struct __sk_buff *skb) {
  struct value *v = value_of(&first, skb->mark);
  if (!v)
    return 1;
  v->numbers[1] = 0x80000000;
  v->numbers[2] = 0x123456789;
  return 0;
}
// CHECK-LABEL: <key>:
// CHECK: *(u32 *)(r10 - 0x4) = 0x2
SEC("tc") int key(struct __sk_buff *skb) {
  __u32 key = 2;
  return bpf_map_lookup_elem(&first, &key) ? 1 : 0;
}
// Linux 6.1 would not know the number that the program reads back.
// CHECK-LABEL: <read_back>:
// CHECK-NOT: {{\) = -?0x}}
// CHECK: exit
static long step(__u32 at, void *count) { return ++*(__u32 *)count > 3; }
SEC("tc") int read_back(struct __sk_buff *skb) {
  __u32 count = 1;
  bpf_loop(9, step, &count, 0);
  return count;
}
// Linux 6.1 rejects a constant in a store to the context.
// CHECK-LABEL: <context>:
// CHECK-NOT: {{\) = -?0x}}
// CHECK: exit
SEC("tc") int context(struct __sk_buff *skb) {
  skb->mark = 5;
  return 0;
}
// CHECK-LABEL: <packet>:
// CHECK: *(u8 *)(r{{[0-9]}} + 0x3) = 0x7
SEC("tc") int packet(struct __sk_buff *skb) {
  char *data = (char *)(long)skb->data, *end = (char *)(long)skb->data_end;
  if (data + 16 > end)
    return 0;
  data[3] = 7;
  return 1;
}
