// Of a definition elsewhere nothing is known.
// RUN: not %bpfcc -c -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -DREPAIRED -I%S/../Inputs %s -o %t.o
#include "legacy.h"
#ifdef REPAIRED
MAP(counts, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1);
#endif
// CHECK: legacy-maps-extern.c:[[@LINE+1]]:{{.*}} error: 'counts' is declared extern, so its definition is unknown [-Wbpf-map-definition]
extern struct bpf_elf_map SEC("maps") counts;
#ifndef REPAIRED
// CHECK: legacy-maps-extern.c:[[@LINE+1]]:{{.*}} error: 'flows' is declared extern
extern struct bpf_map_def flows;
#else
MAP(flows, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1);
#endif
SEC("classifier") int program(void *context) {
  __u32 key = 0;
  return !bpf_map_lookup_elem(&counts, &key) || !bpf_map_lookup_elem(&flows, &key);
}
