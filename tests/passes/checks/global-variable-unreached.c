// In a function that no program reaches, libbpf minds a variable that nothing defines, and no kernel minds one that is there.
// REQUIRES: bpf-load
// RUN: %bpfcc --kernel=5.1 -DREAD=packets -Werror -Wno-bpf-section-name %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: not %bpfcc -DREAD=nowhere %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREAD=nowhere -Wno-bpf-global-variable %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
int packets;
extern int nowhere;
// CHECK: [[@LINE+1]]:70: error: 'nowhere' is declared but not defined in this object
__attribute__((noinline)) int forgotten(struct xdp_md *ctx) { return READ; }
SEC("xdp") int program(struct xdp_md *ctx) { return XDP_PASS; }
// LOADS: program: loads
// REJECTED: libbpf rejects it
