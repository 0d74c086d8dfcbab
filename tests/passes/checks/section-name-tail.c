// A program of a tail call has the type of those that jump to it; where they do not tell it, libbpf knows none.
// RUN: %bpfcc -DOTHER='"tc"' %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %bpfcc -DOTHER='"parse"' -Wno-bpf-section-name -Werror %s -o %t.o
// RUN: %bpfcc -DOTHER='"xdp"' -Werror %s -o %t.o
// RUN: %bpfcc -DOTHER='"tc"' -Werror --program-type=1/0:xdp %s -o %t.o
// RUN: %bpfcc -DOTHER='"tc"' -Werror --loader=iproute2 %s -o %t.o
// RUN: %bpfcc -DNONE %s -o %t.o 2>&1 | FileCheck %s --check-prefix=NONE --implicit-check-not=warning:
// NONE: warning: libbpf cannot derive the type of 'next' in section '1/0': nothing in this source jumps to it
#include "../Inputs/legacy.h"
MAP(jumps, .type = BPF_MAP_TYPE_PROG_ARRAY, .id = 1, .size_key = 4, .size_value = 4, .max_elem = 1, .pinning = PIN_GLOBAL_NS);
// CHECK: section-name-tail.c:[[@LINE+2]]:1: warning: libbpf cannot derive the type of 'next' in section '1/0': 'drop' and 'other' jump to it, and their types differ [-Wbpf-section-name]
// CHECK: note: set it with --program-type=1/0:TYPE, for example 1/0:xdp
SEC("1/0") int next(void *context) { return 1; }
#ifndef NONE
SEC("xdp") int drop(void *context) {
  bpf_tail_call(context, &jumps, 0);
  return 0;
}
SEC(OTHER) int other(void *context) {
  bpf_tail_call(context, &jumps, 0);
  return 0;
}
#endif
