// A variable without a value is reported by default, and -Werror promotes that only where the user names it or -Wall.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -Wall -Werror -c %s -o %t.o
// RUN: not %bpfcc -Werror -Wuninitialized -c %s -o %t.o
// RUN: not %bpfcc -Werror=sometimes-uninitialized -c %s -o %t.o
// RUN: %bpfcc -Werror -Wno-uninitialized -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OFF --allow-empty
// RUN: %bpfcc -w -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OFF --allow-empty
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int program(struct xdp_md *ctx) {
  int verdict;
  // CHECK: uninitialized.c:[[@LINE+1]]:{{.*}}: warning: variable 'verdict' is used uninitialized whenever 'if' condition is false [-Wsometimes-uninitialized]
  if (ctx->rx_queue_index > 2)
    verdict = XDP_DROP;
  return verdict;
}
// OFF-NOT: uninitialized
char license[] SEC("license") = "GPL";
