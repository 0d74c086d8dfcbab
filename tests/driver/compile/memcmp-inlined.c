// memcmp() of 16 bytes becomes code: what makes <stdint.h> work must not make the compile freestanding, which leaves an
// undefined symbol that no loader finds.
// RUN: %bpfcc %s -o %t.o
// RUN: llvm-nm --undefined-only %t.o | count 0
// RUN: clang --target=bpf -ffreestanding -O2 -c %s -o %t.free.o
// RUN: llvm-nm --undefined-only %t.free.o | FileCheck %s
// CHECK: U memcmp
#include <stdint.h>
struct xdp {
  uint8_t left[16], right[16];
};
__attribute__((section("xdp"))) int equal(struct xdp *context) {
  return __builtin_memcmp(context->left, context->right, 16) == 0;
}
