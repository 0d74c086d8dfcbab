// The text is read to its first zero and compared word for word; where it is nearly one that the kernel accepts, that is named.
// REQUIRES: bpf-load
// RUN: not %bpfcc -DLICENSE='license[] SEC("license") = "GPLv2"' -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=NEAR
// RUN: not %bpfcc -DLICENSE='*license SEC("license") = "GPL"' -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=POINTER
// RUN: %bpfcc -DLICENSE='*license SEC("license") = "GPL"' -Wno-bpf-license -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -DLICENSE='license[] SEC("license") = "GPL\0MIT"' -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: %bpfcc -DLICENSE='license[3] SEC("license") = "GPL"' -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
char LICENSE;
SEC("socket") int program(struct __sk_buff *skb) {
  // NEAR: error: bpf_get_current_task() requires {{.*}}; "GPLv2" is not one
  // NEAR: license-text.c:[[@LINE-3]]:1: note: the kernel compares the whole string; did you mean "GPL v2"?
  // POINTER: error: bpf_get_current_task() requires {{.*}}; "" is not one
  // POINTER: note: make it an array of char: loaders do not follow pointers
  return bpf_get_current_task() & 1;
}
// REJECTED: program: rejected: cannot call GPL-restricted
// LOADS: program: loads
