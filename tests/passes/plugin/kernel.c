// The target is named with -mllvm in clang, and directly in opt; without, it is the running kernel.
// RUN: not clang --target=bpf -mcpu=v2 -g -O2 -fpass-plugin=%plugin -mllvm -bpf-kernel=4.14 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: clang --target=bpf -mcpu=v2 -g -O2 -fpass-plugin=%plugin -mllvm -bpf-kernel=4.16 -c %s -o %t.o 2>&1 | count 0
// RUN: not clang --target=bpf -mcpu=v2 -g -O2 -fpass-plugin=%plugin -mllvm -bpf-kernel=nine -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=WRONG
// RUN: clang --target=bpf -mcpu=v2 -g -O2 -S -emit-llvm %s -o %t.ll
// RUN: not opt -load-pass-plugin=%plugin -bpf-kernel=4.14 -passes=bpf-checks -disable-output %t.ll 2>&1 | FileCheck %s
// RUN: opt -load-pass-plugin=%plugin -bpf-kernel=4.16 -passes=bpf-checks -disable-output %t.ll 2>&1 | count 0
__attribute__((noinline)) static int part(int x) { return x + *(volatile int *)&x; }
// CHECK: kernel.c:[[@LINE+1]]:{{.*}} the call of 'part' was not inlined, and kernel 4.14 with loader libbpf does not support calls between functions
__attribute__((section("xdp"))) int program(int *context) { return part(*context); }
// WRONG: 'nine'
