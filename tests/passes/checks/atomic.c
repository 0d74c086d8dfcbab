// Atomic operations are there for 32 and 64 bits; LLVM ends the process at any other width.
// RUN: not %bpfcc -DTYPE=char %s -o %t.o 2>&1 | FileCheck %s -DBITS=8
// RUN: not %bpfcc -DTYPE=short %s -o %t.o 2>&1 | FileCheck %s -DBITS=16
// RUN: not %bpfcc -DTYPE=__int128 %s -o %t.o 2>&1 | FileCheck %s -DBITS=128
// RUN: %bpfcc -DTYPE=int %s -o %t.o
// RUN: %bpfcc -DTYPE=long %s -o %t.o
TYPE add(TYPE *p) {
  // CHECK: atomic.c:[[@LINE+2]]:10: error: BPF has no [[BITS]]-bit atomic operations, only 32-bit and 64-bit ones [-Wbpf-atomic]
  // CHECK-NEXT: return
  return __sync_fetch_and_add(p, 1);
  // CHECK: note: make the variable an int or a long
}
// CHECK: 1 error generated.
