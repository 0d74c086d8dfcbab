// A write to a member of the context that is for reading only: its name, and the section that decides.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: 'ctx->data' cannot be written in 4 bytes by programs of section 'xdp'
// CHECK: note: Linux {{[0-9.]+}} rejects 'set': invalid bpf_context access off=0 size=4
// CHECK: note: 'set' is a program of section 'xdp'
// CHECK: note: write only the members that this type of program may change
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int set(struct xdp_md *ctx)
{
#ifndef REPAIRED
  ctx->data = 5;
#endif
  return XDP_PASS;
}
