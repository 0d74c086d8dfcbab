// A function that calls itself cannot be inlined; where the kernel accepts no calls the note says why.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: exits 1 %bpfcc --kernel=4.15 %s 2>&1 | FileCheck %s
// CHECK: error: the call of 'again' was not inlined
// CHECK: note: 'again' could not be inlined; recursive functions never can
static int again(volatile int *value) {
  if (*value > 3)
    return again(value) * 3 + again(value + 1);
  return *value;
}
__attribute__((section("xdp"))) int program(void *context) {
  int local[4] = {1};
  return again(local);
}
