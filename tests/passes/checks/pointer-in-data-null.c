// A constant that is compared with null first loads, and finds null: a warning.
// REQUIRES: bpf-load
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static int weight = 5;
static int *const volatile current = &weight;
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: pointer-in-data-null.c:[[@LINE+2]]:{{[0-9]+}}: warning: 'current' contains the address of 'weight', which no loader relocates: this reads 0
  // CHECK: note: store the data itself, or select a variable with a switch
  int *chosen = current;
  return chosen ? *chosen : 0;
}
// LOADS: program: loads
