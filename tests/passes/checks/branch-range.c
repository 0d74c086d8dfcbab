// Up to v3 a branch reaches 32767 instructions; LLVM ends the process where one does not, and names no function.
// RUN: not %bpfcc -mcpu=v3 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -mcpu=v4 %s -o %t.o
// RUN: not %bpfcc --kernel=5.15 %s -o %t.o 2>&1 | FileCheck --check-prefix=OLD %s
#define FOUR(x) x x x x
#define MANY(x) FOUR(FOUR(FOUR(FOUR(FOUR(FOUR(x))))))
int small(volatile int *p) { return *p; }
// CHECK: [[@LINE+2]]:1: error: a branch in 'large' is out of range: the function has {{[0-9]+}} instructions, and a branch reaches 32767 [-Wbpf-branch-range]
// OLD: [[@LINE+1]]:1: error: a branch in 'large' is out of range
int large(volatile int *p) {
  while (*p) {
    MANY(*p; *p; *p; *p; *p; *p; *p; *p; *p;)
  }
  return 0;
}
// CHECK: note: use -mcpu=v4, whose branches reach further, or split it into functions marked noinline
// OLD: note: split it into functions marked noinline
// CHECK: 1 error generated.
