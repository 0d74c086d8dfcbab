// An enumerator that a CO-RE relocation asks for stays where it can be looked up: libbpf reads it before the kernel sees
// any type.
// RUN: %bpfcc -w --kernel=5.10 -c %s -o %t.o
// RUN: %bpfbtf dump %t.o | FileCheck %s
// CHECK: ENUM64 'asked'
// CHECK-NOT: ENUM64
enum asked { ASKED = 0x1ffffffffULL };
enum other { OTHER = 0x1ffffffffULL } value;
__attribute__((section("socket"))) int program(void *context) {
  return __builtin_preserve_enum_value(*(typeof(enum asked) *)ASKED, 0) + value;
}
