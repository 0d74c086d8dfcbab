// Behind a branch that is decided at load time, kernels before 5.12 reject an atomic that returns a value anyway:
// they look at every instruction first. A load that orders memory is rejected only on a path that the kernel follows.
// REQUIRES: bpf-load
// RUN: not %bpfcc --kernel=5.11 -DOPERATION="__sync_fetch_and_or(&flags, 1)" -c %s -o %t.o 2>&1 | FileCheck %s -DHOW=error
// RUN: %bpfcc --kernel=6.6 -DOPERATION="__atomic_load_n(&flags, __ATOMIC_ACQUIRE)" -c %s -o %t.o 2>&1 | FileCheck %s -DHOW=warning
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
__u64 flags;
const volatile int wanted = 0;
SEC("xdp") int program(struct xdp_md *ctx) {
  if (wanted)
    // CHECK: [[@LINE+1]]:12: [[HOW]]: {{.*}} needs Linux {{[0-9.]+}}; the object is for
    return OPERATION & 1;
  return XDP_PASS;
}
// CHECK: 1 [[HOW]] generated
// LOADS: program: loads
