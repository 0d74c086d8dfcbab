// A pragma around a sizeof of a definition decides, as for every check; -Werror and levels do, too.
// RUN: %bpfcc -Werror -I%S/../Inputs %s -o %t.o
// RUN: not %bpfcc -DOUTSIDE -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error:
// RUN: %bpfcc -DOUTSIDE -Wno-error=bpf-map-definition -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s --check-prefix=WARNING
// RUN: %bpfcc -DOUTSIDE -E -I%S/../Inputs %s -o %t.i && not %bpfcc %t.i -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error:
#include "legacy.h"
MAP(counts, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1);
#define SIZE sizeof counts - 36
SEC("classifier") int program(void *context) {
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wbpf-map-definition"
  __u32 key = SIZE;
#pragma clang diagnostic pop
#ifdef OUTSIDE
  // CHECK: legacy-maps-size-pragma.c:[[#@LINE+2]]:10: error: sizeof of the map definition 'counts' is
  // WARNING: legacy-maps-size-pragma.c:[[#@LINE+1]]:10: warning: sizeof of the map definition 'counts' is
  key += SIZE;
#endif
  return !bpf_map_lookup_elem(&counts, &key);
}
