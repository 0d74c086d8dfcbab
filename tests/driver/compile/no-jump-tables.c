// A switch becomes neither a table of branch targets nor, where strings are chosen, one of pointers: at v4 LLVM makes the
// first, which no loader here takes, and dies of the second.
// RUN: %bpfcc -mcpu=v4 %s -o %t.o
// RUN: llvm-readelf --section-headers --symbols %t.o | FileCheck %s --implicit-check-not=jumptables --implicit-check-not=switch.table
// RUN: clang --target=bpf -mcpu=v4 -O2 -DNO_STRINGS -c %s -o %t.clang.o
// RUN: llvm-readelf --section-headers %t.clang.o | FileCheck --check-prefix=CLANG %s
// CHECK: dispatch
// CLANG: .jumptables
volatile int seen;
__attribute__((section("xdp"))) int dispatch(int *context) {
#define CASE(n) case n: seen = n * n; seen += n; break;
  switch (*context) {
    CASE(0) CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6) CASE(7)
    CASE(8) CASE(9) CASE(10) CASE(11) CASE(12) CASE(13) CASE(14) CASE(15)
  }
  return seen;
}
#ifndef NO_STRINGS
const char *volatile name;
__attribute__((section("xdp"))) int text(int *context) {
  switch (*context) {
  case 0: name = "zero"; break;
  case 1: name = "one"; break;
  case 2: name = "two"; break;
  case 3: name = "three"; break;
  case 4: name = "four"; break;
  case 5: name = "five"; break;
  }
  return 0;
}
#endif
