// A loader knows a map by the variable that it is.
// RUN: not %bpfcc -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -DREPAIRED -I%S/../Inputs %s -o %t.o
#include "legacy.h"
#ifdef REPAIRED
MAP(first, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1);
#else
// CHECK: legacy-maps-array.c:[[@LINE+1]]:{{.*}} error: 'both' is an array of definitions; loaders identify each map by its variable [-Wbpf-map-definition]
struct bpf_elf_map SEC("maps") both[2] = {{BPF_MAP_TYPE_ARRAY, 4, 8, 1}, {BPF_MAP_TYPE_ARRAY, 4, 8, 1}};
#define first both[0]
#endif
SEC("classifier") int program(void *context) {
  __u32 key = 0;
  return !bpf_map_lookup_elem(&first, &key);
}
