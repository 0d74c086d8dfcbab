// The text of bpf_printk() is the user's, its variable is not; libbpf's header knows the remedy.
// REQUIRES: bpf-load
// RUN: not %bpfcc --kernel=5.1 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --kernel=5.1 -DBPF_NO_GLOBAL_DATA -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK: const-data-printk.c:[[@LINE+2]]:3: error: the string "drop %d\n" is read from .rodata, which kernel 5.1 with loader libbpf does not support [-Wbpf-const-data]
  // CHECK: note: define BPF_NO_GLOBAL_DATA before including bpf_helpers.h
  bpf_printk("drop %d\n", ctx->rx_queue_index);
  return XDP_PASS;
}
char license[] SEC("license") = "GPL";
// CHECK-NOT: ____fmt
// LOADS: program: loads
