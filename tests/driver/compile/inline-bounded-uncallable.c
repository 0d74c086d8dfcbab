// What BPF cannot call is inlined whatever it adds: more arguments than there are registers, structures by value and as a
// result, and a body that is for inlining alone.
// RUN: %bpfcc %s -o %t.o 2>&1 | count 0
// RUN: llvm-readelf -sW %t.o | FileCheck %s --implicit-check-not=many --implicit-check-not=pair --implicit-check-not=header
// CHECK: FUNC {{.*}} program
// LLVM's choice leaves them.
// RUN: not %bpfcc --inline=auto %s -o %t.o 2>&1 | FileCheck --check-prefix=AUTO %s
// AUTO: error:
volatile long state;
#define WORK _Pragma("unroll") for (int i = 0; i != 100; ++i) state += i;
struct pair {
  long first, second, third;
};
static long many(long a, long b, long c, long d, long e, long f) {
  WORK
  return a ^ b ^ c ^ d ^ e ^ f ^ state;
}
static struct pair pair(long value) {
  WORK
  struct pair made = {value, state, state};
  return made;
}
static long pair_sum(struct pair given) {
  WORK
  return given.first + given.second + given.third + state;
}
inline long header(long value) {
  WORK
  return value + state;
}
__attribute__((section("socket"))) int program(long *context) {
  long a = state, b = state;
  struct pair made = pair(a), other = pair(b);
  return many(a, b, a, b, a, state) + many(b, a, b, a, b, state) + pair_sum(made) + pair_sum(other) + header(a) + header(b);
}
