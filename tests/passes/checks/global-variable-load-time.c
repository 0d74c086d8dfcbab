// Behind a branch that is decided at load time, a variable is no error: libbpf makes no map, and the use is rejected only
// where it is reached.
// REQUIRES: bpf-load
// RUN: %bpfcc --kernel=5.1 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
struct task_struct { int recent_field; } __attribute__((preserve_access_index));
static int packets;
SEC("xdp") int program(struct xdp_md *ctx) {
  if (bpf_core_field_exists(struct task_struct, recent_field)) {
    // CHECK-DAG: [[@LINE+1]]:5: warning: the string "dropped\n" is read from .rodata
    bpf_trace_printk("dropped\n", 9);
    // CHECK-DAG: [[@LINE+1]]:12: warning: 'packets' is a global variable
    packets++;
  }
  return XDP_PASS;
}
char license[] SEC("license") = "GPL";
// LOADS: program: loads
