// What stands behind a value that is fixed at load time counts only if it is reached: a warning, and the kernel agrees.
// REQUIRES: bpf-load
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
const volatile int wanted = 0;
static __attribute__((noinline)) int inner(long first) {
  char name[320] = {};
  name[0] = first;
  bpf_get_current_comm(name, sizeof name);
  return name[5];
}
SEC("xdp") int program(struct xdp_md *ctx) {
  char text[320] = {};
  bpf_get_current_comm(text, sizeof text);
  // CHECK: warning: calling 'inner' needs 640 bytes of stack in 'program'
  return (wanted ? inner(text[0]) : 0) + text[1];
}
char license[] SEC("license") = "GPL";
// LOADS: program: loads
