// A function of the kernel needs a license, whichever it is; so does a program of some types.
// REQUIRES: bpf-load, vmlinux-btf
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-license -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: %bpfcc -DLICENSE -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;
SEC("xdp") int calls(struct xdp_md *ctx) {
  // CHECK: license-kernel-function.c:[[@LINE+1]]:3: error: kfunc 'bpf_rcu_read_lock' requires a GPL-compatible license; this program has none
  bpf_rcu_read_lock();
  bpf_rcu_read_unlock();
  return XDP_PASS;
}
// CHECK: license-kernel-function.c:[[@LINE+1]]:1: error: a program in section 'lsm/file_open' requires a GPL-compatible license
SEC("lsm/file_open") int watches(void *context) { return 0; }
// CHECK: 2 errors generated
#ifdef LICENSE
char license[] SEC("license") = "GPL";
#endif
// REJECTED: calls: rejected: cannot call kernel function from non-GPL compatible program
// LOADS: calls: loads
