// A map that becomes one of BTF cannot be without BTF; as it is it can.
// RUN: not %bpfcc -g0 -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -g0 --loader=iproute2-legacy -Wno-bpf-map-definition -I%S/../Inputs %s -o %t.o
// CHECK: error: 'counts' in section 'maps' cannot be loaded without BTF, which -g0 omits
#include "legacy.h"
MAP(counts, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 8, .max_elem = 1);
SEC("classifier") int program(void *context) { return 0; }
