// A size of 16 bits is compared with its bound, where LLVM tests whether its upper byte is 0, on a copy.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-mask-tests %s -o %t.off.o && kernel-says %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: kernel-says %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v2 %s -o %t.v2.o && kernel-says %t.v2.o | FileCheck %s
// OFF: of_map: rejected: R1 min value is outside of the allowed memory range
// OFF: of_helper: rejected: R1 min value is outside of the allowed memory range
// OFF: bits: loads
// REMARK-DAG: mask-tests.c:{{[0-9]+}}:{{[0-9]+}}: remark: a value is compared where LLVM tests bits of it [bpf-mask-tests]
// REMARK-DAG: mask-tests.c:{{[0-9]+}}:{{[0-9]+}}: remark: a value is compared where LLVM tests bits of it [bpf-mask-tests]
// CHECK: of_map: loads
// CHECK: of_helper: loads
// CHECK: bits: loads
#include "Inputs/values.h"
SEC("kprobe/x") int of_map(void *context) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  __u16 size = v->length;
  if (size >= 256)
    size = 255;
  bpf_probe_read_kernel(v->bytes, size, context);
  return 0;
}
SEC("kprobe/x") int of_helper(void *context) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  __u16 size = bpf_probe_read_kernel_str(v->bytes, sizeof(v->bytes), context);
  if (size >= 256)
    size = 255;
  bpf_probe_read_kernel(v->bytes, size, context + 8);
  return 0;
}
SEC("kprobe/x") int bits(void *context) {
  struct value *v = value_of(&first, 0);
  if (v && !(v->index & 0xff00))
    v->index = 1;
  return 0;
}
