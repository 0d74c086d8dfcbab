// An atomic operation whose result is used returns it: LLVM writes the form without a result for a relaxed one.
// RUN: %bpfcc -mcpu=v3 %s -o %t.o && llvm-objdump -d --no-show-raw-insn %t.o | FileCheck --check-prefixes=CHECK,O2 %s
// RUN: %bpfcc -mcpu=v3 -O0 -w %s -o %t.o && llvm-objdump -d --no-show-raw-insn %t.o | FileCheck --check-prefixes=CHECK,O0 %s
// RUN: clang --target=bpf -O2 -Xclang -disable-llvm-passes -emit-llvm -S %s -o %t.ll && %bpfcc -w -mcpu=v3 %t.ll -o %t.o
// RUN: llvm-objdump -d --no-show-raw-insn %t.o | FileCheck --check-prefixes=CHECK,O2 %s
// One that is relaxed and not used keeps the form without; at -O0 clang puts the result away.
// CHECK-LABEL: <ticket>:
// CHECK: atomic_fetch_add((u32 *)
int ticket(int *next) { return __atomic_fetch_add(next, 1, __ATOMIC_RELAXED); }
// CHECK-LABEL: <flags>:
// CHECK: atomic_fetch_or((u32 *)
int flags(int *set, int more) { return __atomic_or_fetch(set, more, __ATOMIC_RELAXED); }
// CHECK-LABEL: <count>:
// O2: lock *(u64 *)(r{{[0-9]+}} {{.*}}) += r
// O0: atomic_fetch_add((u64 *)
void count(long *packets) { __atomic_fetch_add(packets, 1, __ATOMIC_RELAXED); }
