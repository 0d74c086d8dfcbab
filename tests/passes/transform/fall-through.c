// No branch leads over a goto, and no goto to an exit.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-fall-through %s -o %t.off.o && llvm-objdump -d --no-show-raw-insn %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: llvm-objdump -d --no-show-raw-insn %t.o | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=SAYS
// RUN: %bpfcc -mcpu=v1 %s -o %t.v1.o && kernel-says %t.v1.o | FileCheck %s --check-prefix=SAYS
// OFF: goto +0x1 <
// OFF-NEXT: goto
// REMARK: remark: a branch replaces a branch over a goto [bpf-fall-through]
// CHECK-NOT: {{if .* goto \+0x1 <.*>[[:space:]]+[0-9]+:[[:space:]]+goto}}
// SAYS: cases: loads
#include "Inputs/values.h"
SEC("tc") int cases(struct __sk_buff *skb) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  switch (skb->mark) {
  case 0:
    v->index = 1;
    break;
  case 1:
    v->index += 11;
    break;
  case 2:
    v->index ^= 7;
    break;
  case 3:
    v->index <<= 3;
    break;
  case 4:
    v->index -= 5;
    break;
  default:
    return 7;
  }
  return v->length;
}
