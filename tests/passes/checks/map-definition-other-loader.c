// A struct of a known name with members of a project's own loader is that loader's: a warning, and the map stays as it is. A member that
// is misspelled is an error, as before.
// RUN: %bpfcc -Wall -Werror -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: llvm-objdump -t %t.o | FileCheck %s --check-prefix=SYMBOLS
// RUN: %bpfcc -Wall -Werror --loader=iproute2-legacy -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wall -Werror -fno-bpf-legacy-maps -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -Dmap_type=typ -DOTHERS= -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=MISSPELLED
// RUN: %bpfcc -Wall -Werror -Dmap_type=type -DOTHERS= -c %s -o %t.o
typedef unsigned u32;
#ifndef OTHERS
#define OTHERS                                                                                                                             \
  u32 pinning;                                                                                                                             \
  char namespace[20];
#endif
struct bpf_map_def {
  u32 map_type, key_size, value_size, max_entries, map_flags;
  OTHERS
};
// CHECK: map-definition-other-loader.c:[[@LINE+2]]:{{.*}} warning: 'counts' is a struct bpf_map_def with a member '{{map_type|pinning}}', a form that libbpf and iproute2 do not know [-Wbpf-map-definition]
// MISSPELLED: map-definition-other-loader.c:[[@LINE+1]]:{{.*}} error: 'counts' is not a definition that loaders can read: 'typ' is not a member of struct bpf_map_def
struct bpf_map_def counts __attribute__((section("maps"))) = {.map_type = 1, .key_size = 4, .value_size = 8, .max_entries = 3};
// CHECK-NEXT: struct bpf_map_def counts
// CHECK: note: the project's own loader has to create the map; for libbpf, define it in section '.maps'
// CHECK: 1 warning generated.
// SYMBOLS: maps {{.*}}counts
static void *(*lookup)(void *, void *) = (void *)1;
__attribute__((section("socket"))) int program(void *context) {
  u32 key = 0;
  return lookup(&counts, &key) != 0;
}
char license[] __attribute__((section("license"))) = "GPL";
