// A loader makes maps of .data and its like; data in a section with another name is not loaded, and code cannot name it.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-global-variable %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef FIXED
#define SECTION ".data.mine"
#else
#define SECTION "mydata"
#endif
int count SEC(SECTION) = 1;
int unused SEC("other") = 1;
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: global-variable-section.c:[[@LINE+1]]:{{.*}}: error: 'count' is in section 'mydata', which no loader loads: data is in .data, .bss or .rodata [-Wbpf-global-variable]
  return count++ ? XDP_PASS : XDP_DROP;
  // CHECK: note: remove the section, or name it .data.mydata
}
// CHECK-NOT: {{(error|warning):}}
char license[] SEC("license") = "GPL";
// KERNEL: libbpf rejects it
// FIXED: program: loads
