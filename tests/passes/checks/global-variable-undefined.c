// A variable that nothing defines is rejected by the loader whatever the kernel; with -c another source may define it.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s -DHOW=error
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s -DHOW=warning
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern int limit;
extern int CONFIG_HZ __kconfig;
extern const int bpf_prog_active __ksym __weak;
SEC("xdp") int program(struct xdp_md *ctx) {
  int sum = CONFIG_HZ + !!&bpf_prog_active;
  // CHECK: global-variable-undefined.c:[[@LINE+2]]:16: [[HOW]]: 'limit' is declared but not defined in this object [-Wbpf-global-variable]
  // CHECK: note: define it, link with the source that defines it
  return sum + limit;
}
// CHECK: 1 [[HOW]] generated
// REJECTED: libbpf rejects it
