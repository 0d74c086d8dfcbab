// What is not pinned tc cannot fill.
// RUN: %bpfcc --loader=iproute2 -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not="tc exec"
// RUN: %bpfcc -Werror --loader=libbpf -I%S/../Inputs %s -o %t.o
#include "legacy.h"
// CHECK: legacy-maps-tail-call-unpinned.c:[[@LINE+1]]:{{.*}} warning: 'jumps' stays empty: tc puts programs only into pinned maps [-Wbpf-map-definition]
MAP(jumps, .type = BPF_MAP_TYPE_PROG_ARRAY, .id = 1, .size_key = 4, .size_value = 4, .max_elem = 2);
SEC("1/0") int next(void *context) { return 0; }
SEC("xdp") int program(void *context) {
  bpf_tail_call(context, &jumps, 0);
  return 0;
}
