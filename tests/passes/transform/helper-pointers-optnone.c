// A helper is called by its number in a function that is not to be optimised, too.
// REQUIRES: bpf-load
// RUN: %bpfcc %s -o %t.o && kernel-takes %t.o
// RUN: llvm-objdump -d %t.o | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
// CHECK: call 0x7
SEC("xdp") __attribute__((optnone)) int prog(struct xdp_md *context) { return bpf_get_prandom_u32() & 1; }
