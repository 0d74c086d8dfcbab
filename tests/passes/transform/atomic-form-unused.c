// An atomic addition or subtraction whose result is not used is a plain `lock +=` where the kernel or the instruction set has no other.
// RUN: %bpfcc --kernel=5.4 %s -o %t.o && llvm-objdump -d --no-show-raw-insn %t.o | FileCheck %s
// RUN: %bpfcc --kernel=4.18 %s -o %t.o && llvm-objdump -d --no-show-raw-insn %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v2 %s -o %t.o && llvm-objdump -d --no-show-raw-insn %t.o | FileCheck %s
// RUN: %bpfcc --kernel=5.12 %s -o %t.o && llvm-objdump -d --no-show-raw-insn %t.o | FileCheck --check-prefix=FETCH %s
void count(long *packets, int *bytes) {
  __sync_fetch_and_add(packets, 1);
  __sync_fetch_and_add(bytes, 100);
}
void release(int *bytes, int n) { __sync_fetch_and_sub(bytes, n); }
// CHECK: lock *(u64 *)(r1 + 0x0) += r{{[0-9]}}
// CHECK: lock *(u32 *)(r2 + 0x0) += {{[rw][0-9]}}
// CHECK: lock *(u32 *)(r1 + 0x0) += {{[rw][0-9]}}
// FETCH: atomic_fetch_add((u64 *)
