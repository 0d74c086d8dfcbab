// What a map of maps holds is found by numbers, which have to fit.
// RUN: not %bpfcc -I%S/../Inputs %s 2>&1 | FileCheck %s --implicit-check-not=error:
#include "legacy.h"
#define ARRAY .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1
#define OUTER .type = BPF_MAP_TYPE_ARRAY_OF_MAPS, .size_key = 4, .size_value = 4, .max_elem = 2
MAP(inner, ARRAY, .id = 1, .inner_idx = 1);
MAP(far, ARRAY, .id = 2, .inner_idx = 2);
MAP(template, ARRAY, .id = 3, .inner_idx = -1);
MAP(good, OUTER, .inner_id = 1);
MAP(empty, OUTER, .inner_id = 3, .id = 4);
// CHECK: legacy-maps-inner.c:[[@LINE+1]]:{{.*}} error: 'short_' has 2 slots, but 'far' belongs in slot 2 [-Wbpf-map-definition]
MAP(short_, OUTER, .inner_id = 2);
// CHECK: legacy-maps-inner.c:[[@LINE+1]]:{{.*}} error: 'of_nothing' holds maps with id 9, but no map has this id
MAP(of_nothing, OUTER, .inner_id = 9);
// CHECK: legacy-maps-inner.c:[[@LINE+1]]:{{.*}} error: 'of_none' is a map of maps without an inner map
MAP(of_none, OUTER);
// CHECK: legacy-maps-inner.c:[[@LINE+1]]:{{.*}} error: 'deep' holds 'empty', which is itself a map of maps
MAP(deep, OUTER, .inner_id = 4);
MAP(first, ARRAY, .id = 5);
MAP(second, ARRAY, .id = 5);
// CHECK: legacy-maps-inner.c:[[@LINE+1]]:{{.*}} warning: 'twice' has both 'first' and 'second' for slot 0; the last one is used
MAP(twice, OUTER, .inner_id = 5);
SEC("classifier") int program(void *context) { return 0; }
