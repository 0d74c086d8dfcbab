// What is read from .rodata, by its text or name, each with what to do instead.
// RUN: %bpfcc --kernel=5.2 -Werror -c %s -o %t.o
// RUN: not %bpfcc --kernel=5.1 -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static const int limits[] = {5, 6, 7, 8, 1, 3, 5, 9};
const volatile int wanted = 3;
SEC("xdp") int program(struct xdp_md *ctx) {
  // CHECK-DAG: const-data.c:[[@LINE+2]]:3: error: the string "drop\n" is read from .rodata, which kernel 5.1 with loader libbpf does not support [-Wbpf-const-data]
  // CHECK-DAG: note: make it a local array, char text[] = "..."
  bpf_trace_printk("drop\n", 6);
  // CHECK-DAG: const-data.c:[[@LINE+4]]:10: error: 'wanted' is read from .rodata
  // CHECK-DAG: note: set it at compile time
  // CHECK-DAG: const-data.c:[[@LINE+3]]:10: error: 'limits' is read from .rodata
  // CHECK-DAG: note: use constant indices
  return wanted +
         limits[ctx->ingress_ifindex & 7];
}
char license[] SEC("license") = "GPL";
