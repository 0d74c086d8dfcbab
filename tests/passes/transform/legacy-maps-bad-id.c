// The id of a definition that cannot be read is not known: its programs are no second error.
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: rejects 1 %bpfcc -I%S/../Inputs %s -o x.o | FileCheck %s
// CHECK-COUNT-1: error: 'jumps' is not a definition that loaders can read: 'id' is where struct bpf_elf_map has 'flags'
// CHECK-NOT: error:
#include "legacy.h"
struct {
  __u32 type, size_key, size_value, max_elem, id;
} jumps SEC("maps") = {BPF_MAP_TYPE_PROG_ARRAY, 4, 4, 1, 1};
SEC("1/0") int next(struct xdp_md *ctx) { return 0; }
SEC("xdp") int entry(struct xdp_md *ctx) {
  bpf_tail_call(ctx, &jumps, 0);
  return 0;
}
