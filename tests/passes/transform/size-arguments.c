// A size is extended once, tested and passed.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-size-arguments %s -o %t.off.o && kernel-says %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: kernel-says %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v2 %s -o %t.v2.o && kernel-says %t.v2.o | FileCheck %s
// OFF: left: rejected: R2 unbounded memory access
// OFF: checked: rejected: R2 unbounded memory access
// OFF: known: loads
// REMARK-DAG: size-arguments.c:{{[0-9]+}}:{{[0-9]+}}: remark: a size is tested and passed in one register [bpf-size-arguments]
// CHECK: left: loads
// CHECK: least: loads
// CHECK: checked: loads
// CHECK: known: loads
#include "Inputs/values.h"
SEC("kprobe/x") int left(void *context) {
  struct value *v = value_of(&first, 0);
  __u32 size = bpf_ktime_get_ns();
  if (!v || size > sizeof(v->bytes))
    return 0;
  bpf_probe_read_kernel(v->bytes, size, v);
  return 0;
}
SEC("kprobe/x") int least(void *context) {
  struct value *v = value_of(&first, 0);
  if (!v)
    return 0;
  __u32 size = bpf_ktime_get_ns();
  bpf_probe_read_kernel(v->bytes, size < sizeof(v->bytes) ? size : sizeof(v->bytes), v);
  return 0;
}
SEC("kprobe/x") int checked(void *context) {
  struct value *v = value_of(&first, 0);
  int size = bpf_ktime_get_ns();
  if (!v || size < 0)
    return 0;
  if (size > sizeof(v->bytes))
    size = sizeof(v->bytes);
  bpf_probe_read_kernel(v->bytes, size, v);
  return 0;
}
SEC("kprobe/x") int known(void *context) {
  struct value *v = value_of(&first, 0);
  if (!v || v->length > sizeof(v->bytes))
    return 0;
  bpf_probe_read_kernel(v->bytes, v->length, v);
  return 0;
}
