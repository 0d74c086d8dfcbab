// A helper that is for the GPL, in a program without a license, and with one of another kind. Which helpers those are depends
// on the kernel.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s --check-prefixes=CHECK,NONE
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=PART
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: not %bpfcc -DLICENSE='"Proprietary"' -c %s -o %t.o 2>&1 | FileCheck %s --check-prefixes=CHECK,OTHER
// RUN: %bpfcc -DLICENSE='"Proprietary"' -Wno-error=bpf-license -c %s -o %t.o 2>/dev/null && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -DLICENSE='"Dual MIT/GPL"' -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: %bpfcc -DFREE -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: %bpfcc -DFREE -Werror --kernel=5.8 %s -o %t.o
// RUN: not %bpfcc -DFREE --kernel=5.7 %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OLD
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("tracepoint/sched/sched_switch") int program(void *context) {
  char name[16] = {};
#ifdef FREE
  // OLD: license.c:[[@LINE+1]]:{{[0-9]+}}: error: bpf_ktime_get_ns() requires a GPL-compatible license
  name[0] = bpf_ktime_get_ns();
#else
  // CHECK: license.c:[[@LINE+4]]:3: error: bpf_probe_read_kernel() requires a GPL-compatible license; {{this program has none|"Proprietary" is not one}} [-Wbpf-license]
  // NONE: note: add char _license[] SEC("license") = "GPL"; if that is its license
  // OTHER: license.c:[[@LINE+9]]:1: note: the kernel accepts exactly "GPL", "GPL v2", {{.*}}
  // PART: license.c:[[@LINE+1]]:3: warning: bpf_probe_read_kernel() requires a GPL-compatible license
  bpf_probe_read_kernel(name, sizeof name, context);
  bpf_probe_read_kernel(name, sizeof name - 1, context);
#endif
  return name[0] & 1;
}
// CHECK: 1 error generated
#ifdef LICENSE
char _license[] SEC("license") = LICENSE;
#endif
// REJECTED: program: rejected: cannot call GPL-restricted function from non-GPL compatible program
// LOADS: program: loads
