// A definition may be static, a map of BTF may not.
// REQUIRES: bpf-load
// RUN: %bpfcc -Werror -I%S/../Inputs %s -o %t.o && llvm-readelf -sW %t.o | FileCheck %s && kernel-takes %t.o
// CHECK: OBJECT  GLOBAL DEFAULT {{ *[0-9]+}} counts{{$}}
#include "legacy.h"
static struct bpf_elf_map SEC("maps") counts = {BPF_MAP_TYPE_ARRAY, 4, 8, 1};
SEC("xdp") int program(void *context) {
  __u32 key = 0;
  return !bpf_map_lookup_elem(&counts, &key);
}
