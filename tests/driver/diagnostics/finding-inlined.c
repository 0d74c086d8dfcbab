// In an inlined function the notes tell the way from there to the program.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
static volatile long seen;
static inline void look(void) {
  // CHECK: finding-inlined.c:[[@LINE+1]]:{{[0-9]+}}: error: '__builtin_return_address'
  seen = (long)__builtin_return_address(0);
}
__attribute__((section("xdp"))) int program(void *context) {
  // CHECK: finding-inlined.c:[[@LINE+1]]:3: note: inlined into 'program' here
  look();
  return 0;
}
