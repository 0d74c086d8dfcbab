// By default LLVM chooses what is inlined, and of what it left as much as adds 5 %: what the object has room for, whatever it
// is that calls it, the smallest addition first.
// RUN: %bpfcc -mcpu=v3 %s -o %t.o && llvm-readelf -sW %t.o | FileCheck %s --implicit-check-not=small --implicit-check-not=within
// RUN: %bpfcc -mcpu=v3 --inline=bounded %s -o %t.named.o && cmp %t.o %t.named.o
// RUN: %bpfcc -mcpu=v3 --inline=auto %s -o %t.auto.o && llvm-readelf -sW %t.auto.o | FileCheck --check-prefix=AUTO %s
// RUN: %bpfcc --print-profile | FileCheck --check-prefix=PROFILE %s
// At -O0 nothing is.
// RUN: %bpfcc -w -O0 %s -o %t.o && llvm-readelf -sW %t.o | FileCheck --check-prefix=AUTO %s
// -Os asks for what adds nothing.
// RUN: %bpfcc -Os %s -o %t.o && llvm-readelf -sW %t.o | FileCheck --check-prefix=AUTO %s
// CHECK-DAG: FUNC {{.*}} large{{$}}
// CHECK-DAG: FUNC {{.*}} kept{{$}}
// AUTO-DAG: FUNC {{.*}} small{{$}}
// AUTO-DAG: FUNC {{.*}} within{{$}}
// AUTO-DAG: FUNC {{.*}} large{{$}}
// AUTO-DAG: FUNC {{.*}} kept{{$}}
// PROFILE: inline bounded LLVM's choice, and as many other static functions as add 5 %
#define REPEAT(Times, Statement)                                                                                       \
  _Pragma("unroll") for (int i = 0; i != Times; ++i) { Statement; }
volatile long state;

static int within(long value) {
  REPEAT(30, state ^= value + i)
  return state;
}
static int small(long value) {
  REPEAT(30, state += value - i)
  return within(value) + state;
}
static int large(long value) {
  REPEAT(200, state += value * i)
  return state;
}
static __attribute__((noinline)) int kept(long value) { return state + value; }
__attribute__((section("socket"))) int first(long *context) {
  REPEAT(2000, state += i)
  return small(1) + large(2) + kept(3) + within(4);
}
__attribute__((section("socket"))) int second(long *context) {
  REPEAT(2000, state -= i)
  return small(5) + large(6) + kept(7);
}
