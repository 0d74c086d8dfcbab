// An annotation that has not the sizes of the definition gives no types.
// RUN: %bpfcc -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfbtf dump --format=json %t.o | map-definitions | FileCheck %s --check-prefix=SIZES
// SIZES: counts: type=1 max_entries=1 key_size=4 value_size=8{{$}}
#include "legacy.h"
// CHECK: legacy-maps-annotation.c:[[@LINE+1]]:{{.*}} warning: 'counts' is annotated with a key of 8 bytes and a value of 8, but defined with 4 and 8 [-Wbpf-map-definition]
MAP(counts, .type = BPF_MAP_TYPE_HASH, .size_key = 4, .size_value = 8, .max_elem = 1);
ANNOTATE(counts, __u64, __u64);
SEC("classifier") int program(void *context) { return 0; }
