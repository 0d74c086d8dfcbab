// A program in section ID/KEY has to have its map and its slot.
// RUN: not %bpfcc -I%S/../Inputs %s 2>&1 | FileCheck %s --implicit-check-not=error:
// RUN: not %bpfcc --loader=iproute2 -I%S/../Inputs %s 2>&1 | FileCheck %s --implicit-check-not=error:
#include "legacy.h"
MAP(jumps, .type = BPF_MAP_TYPE_PROG_ARRAY, .id = 0x10, .size_key = 4, .size_value = 4, .max_elem = 2, .pinning = 2);
MAP(counts, .type = BPF_MAP_TYPE_ARRAY, .id = 2, .size_key = 4, .size_value = 4, .max_elem = 2);
SEC("16/0") int good(void *context) { return 0; }
SEC("0x10/1") int good_too(void *context) { return 0; }
// CHECK: legacy-maps-tail-call-bad.c:[[@LINE+1]]:{{.*}} error: 'far' belongs in slot 2 of 'jumps', which has 2 slots [-Wbpf-map-definition]
SEC("16/2") int far(void *context) { return 0; }
// CHECK: legacy-maps-tail-call-bad.c:[[@LINE+1]]:{{.*}} error: 'lost' in section '3/0' belongs to the map with id 3, which does not exist
SEC("3/0") int lost(void *context) { return 0; }
// CHECK: legacy-maps-tail-call-bad.c:[[@LINE+1]]:{{.*}} error: 'counted' in section '2/0' belongs to 'counts', which is not a program array
SEC("2/0") int counted(void *context) { return 0; }
// CHECK: legacy-maps-tail-call-bad.c:[[@LINE+1]]:{{.*}} error: 'good' and 'second' both belong in slot 0 of 'jumps'
SEC("16/0") int second(void *context) { return 0; }
// CHECK: legacy-maps-tail-call-bad.c:[[@LINE+1]]:{{.*}} error: 'negative' belongs in slot 4294967295 of 'jumps', which has 2 slots
SEC("16/-1") int negative(void *context) { return 0; }
// CHECK: legacy-maps-tail-call-bad.c:[[@LINE+1]]:{{.*}} error: 'large' belongs in slot 4294967295 of 'jumps', which has 2 slots
SEC("16/4294967296") int large(void *context) { return 0; }
