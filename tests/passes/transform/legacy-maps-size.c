// The size of a definition is no size of the map; that of a type stays.
// RUN: not %bpfcc -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -DMEMBER -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -DREPAIRED -I%S/../Inputs %s -o %t.o
// RUN: %bpfcc -Werror --loader=iproute2-legacy -I%S/../Inputs %s -o %t.o
#include "legacy.h"
MAP(counts, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1);
SEC("classifier") int program(void *context) {
  __u32 key = sizeof(struct bpf_elf_map) - 36;
#if defined(MEMBER)
  key += sizeof(counts.max_elem) - 4;
#elif !defined(REPAIRED)
  key += sizeof counts - 36;
#endif
  return !bpf_map_lookup_elem(&counts, &key);
}
// CHECK: legacy-maps-size.c:{{1[13]}}:10: error: sizeof of the map definition 'counts' is meaningless: bpfcc converts it to a BTF map [-Wbpf-map-definition]
