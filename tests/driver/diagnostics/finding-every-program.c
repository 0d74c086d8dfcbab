// Each place that is wrong is reported, not only the first.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// CHECK: finding-every-program.c:[[@LINE+1]]:{{.*}}error: '__builtin_return_address'
__attribute__((section("xdp"))) int one(void *context) { return (long)__builtin_return_address(0); }
// CHECK: finding-every-program.c:[[@LINE+1]]:{{.*}}error: '__builtin_frame_address'
__attribute__((section("xdp"))) int two(void *context) { return (long)__builtin_frame_address(0); }
// CHECK: 2 errors generated
