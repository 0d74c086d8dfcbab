// An inline function of C99 has no body elsewhere, so that it is inlined; where that cannot be, the remedy says so.
// REQUIRES: bpf-load
// RUN: %bpfcc -Werror -DNEXT='mix_once' -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: not %bpfcc -DNEXT=mix %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static inline int mix_once(int x) { return x + bpf_get_prandom_u32(); }
inline int mix(int x) {
  for (int i = 0; i < 100; ++i)
    x += NEXT(x);
  return x;
}
SEC("xdp") int program(struct xdp_md *ctx) { return mix(1) + mix(2) + mix(3); }
// CHECK: error: 'mix' is not defined in this object
// CHECK: note: a C99 inline function is defined only where it is inlined; make it static inline
// LOADS: program: loads
