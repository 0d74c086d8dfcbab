// Where a program runs there is a map and no definition, so that nothing can be read of it.
// RUN: not %bpfcc -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -DREPAIRED -I%S/../Inputs %s -o %t.o
#include "legacy.h"
// CHECK: legacy-maps-data.c:[[@LINE+1]]:{{.*}} error: the definition of map 'counts' is read or written as data [-Wbpf-map-definition]
MAP(counts, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1);
SEC("classifier") int program(void *context) {
#ifdef REPAIRED
  __u32 key = 0;
#else
  // CHECK: legacy-maps-data.c:[[@LINE+1]]:{{.*}} note: here;
  __u32 key = counts.max_elem - 1;
#endif
  return !bpf_map_lookup_elem(&counts, &key);
}
