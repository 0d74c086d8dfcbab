// Only one of the places where maps were pinned is there for today's loaders.
// RUN: %bpfcc -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %bpfcc -Wno-bpf-map-definition -I%S/../Inputs %s -o %t.o 2>&1 | count 0
// RUN: %bpfbtf dump --format=json %t.o | map-definitions | FileCheck %s --check-prefix=PINNED --implicit-check-not=pinning
// PINNED: global: type=2 max_entries=1 key_size=4 value_size=8 pinning=1
#include "legacy.h"
// CHECK: legacy-maps-pinning.c:[[@LINE+1]]:{{.*}} warning: 'of_object' is not pinned: current loaders do not support its pinning PIN_OBJECT_NS [-Wbpf-map-definition]
MAP(of_object, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1, .pinning = 1);
// CHECK: note: PIN_GLOBAL_NS (2) pins it by its name
// CHECK: legacy-maps-pinning.c:[[@LINE+1]]:{{.*}} warning: 'custom' is not pinned: current loaders do not support its pinning 7
MAP(custom, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1, .pinning = 7);
MAP(global, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1, .pinning = PIN_GLOBAL_NS);
MAP(none, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1);
SEC("classifier") int program(void *context) { return 0; }
