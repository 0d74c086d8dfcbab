// The transforms in stock clang and opt: off unless asked for, then the code that bpfcc makes, which loads.
// REQUIRES: bpf-load
// DEFINE: %{clang} = clang --target=bpf -mcpu=v3 -g -O2 -idirafter /usr/include/x86_64-linux-gnu -idirafter /usr/include/aarch64-linux-gnu
// RUN: %{clang} -fpass-plugin=%plugin -c %s -o %t.off.o && %{clang} -c %s -o %t.o && cmp %t.o %t.off.o
// RUN: kernel-says %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %{clang} -fpass-plugin=%plugin -mllvm -bpf-transforms -Rpass=bpf-one-register -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=ON
// RUN: %{clang} -fpass-plugin=%plugin -mllvm -bpf-transforms -mllvm -bpf-disable=one-register -c %s -o %t.o && cmp %t.o %t.off.o
// RUN: %{clang} -S -emit-llvm %s -o %t.ll && opt -load-pass-plugin=%plugin -passes=bpf-transforms %t.ll -o %t.bc
// RUN: clang --target=bpf -mcpu=v3 -O2 -c %t.bc -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=ON
// OFF: grown: rejected: R{{[0-9]}} max value is outside of the allowed memory range
// CHECK: transforms.c:{{[0-9]+}}:{{[0-9]+}}: remark: a narrow value is tested and used in one register [-Rpass=bpf-one-register]
// ON: grown: loads
#include "../transform/Inputs/values.h"
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
