// No absolute path is in the object: not of the source, nor of a header, nor where __FILE__ is used; with -g neither.
// RUN: %bpfcc %s -o %t.o && llvm-strings --bytes=2 %t.o | FileCheck %s --implicit-check-not='{{^}}/' --implicit-check-not=%source
// RUN: %bpfcc -g %s -o %t.g.o && llvm-strings --bytes=2 %t.g.o | FileCheck %s --implicit-check-not='{{^}}/' --implicit-check-not=%source
// CHECK-DAG: no-absolute-path.c
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include "../Inputs/large-function.h"
SEC("xdp") int where(struct xdp_md *context) {
  static const char file[] = __FILE__;
  bpf_trace_printk(file, sizeof file);
  return 1;
}
char license[] SEC("license") = "GPL";
