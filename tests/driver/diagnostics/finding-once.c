// Inlining copies instructions; what is wrong with one line is reported once.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: rejects 1 %bpfcc %s | FileCheck %s
// CHECK: error: '__builtin_return_address' has no meaning
static volatile long seen;
static inline void look(void) { seen = (long)__builtin_return_address(0); }
__attribute__((section("xdp"))) int one(void *context) {
  look();
  return 0;
}
__attribute__((section("xdp"))) int two(void *context) {
  look();
  return 0;
}
