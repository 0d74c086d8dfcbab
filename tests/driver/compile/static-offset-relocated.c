// LLVM drops the relocations of a structure with preserve_access_index and preserve_static_offset, and crashes on
// bpf_core_field_exists(). The latter attribute is ignored with a warning, and what it asks for is done.
// RUN: %bpfcc -mcpu=v3 %s -o %t.o 2>&1 | FileCheck %s --check-prefix=WARNING
// RUN: %bpfcc -mcpu=v3 -Wno-ignored-attributes -Werror %s -o %t.o
// RUN: %bpfbtf dump --format=ext %t.o | FileCheck %s --check-prefix=RELOCATIONS
// RUN: llvm-objdump -d %t.o | FileCheck %s
// WARNING: [[@LINE+4]]:{{[0-9]+}}: warning: 'preserve_static_offset' attribute ignored [-Wignored-attributes]
// WARNING: note: with 'preserve_access_index' LLVM drops CO-RE relocations; bpfcc accesses the members of 'event' at constant offsets without the attribute
// WARNING: 1 warning generated
#define BOTH __attribute__((preserve_access_index))
struct __attribute__((preserve_static_offset)) event;
struct event {
  int first, second, third;
} BOTH;
struct __attribute__((preserve_static_offset)) unmarked {
  int first, second;
};
// RELOCATIONS-COUNT-3: kind=byte_off
// RELOCATIONS: kind=field_exists
// RELOCATIONS-NOT: kind=
static int (*use)(void) = (void *)7;
// CHECK-LABEL: <program>:
// CHECK-DAG: *(u32 *)(r{{[0-9]}} + 0x4)
// CHECK-DAG: *(u32 *)(r{{[0-9]}} + 0x8)
__attribute__((section("tc"))) int program(struct event *e) {
  int result;
  if (e->first) {
    result = use();
    result += e->second;
  } else {
    result = -use();
    result += e->third;
  }
  return result;
}
__attribute__((section("tc"))) int exists(struct event *e) { return __builtin_preserve_field_info(e->second, 2); }
__attribute__((section("tc"))) int other(struct unmarked *u) { return u->second; }
