// What the kernel lacks matters only where it is loaded; what LLVM cannot compile matters everywhere.
// REQUIRES: bpf-load
// RUN: %bpfcc --kernel=5.11 -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: %bpfcc --kernel=6.6 -DORDERED -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: not %bpfcc --kernel=5.11 -DREACHED -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -DNARROW -c %s -o %t.o 2>&1 | FileCheck %s --check-prefix=NARROW
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
__u64 flags;
__u8 narrow;
__attribute__((noinline)) long forgotten(long bit) {
#ifdef NARROW
  // NARROW: [[@LINE+1]]:10: error: BPF has no 8-bit atomic operations
  return __sync_fetch_and_or(&narrow, bit);
#elif defined ORDERED
  return __atomic_load_n(&flags, __ATOMIC_ACQUIRE);
#endif
  // CHECK: [[@LINE+1]]:10: error: the atomic 'or' needs Linux 5.12
  return __sync_fetch_and_or(&flags, bit);
}
SEC("xdp") int program(struct xdp_md *ctx) {
#ifdef REACHED
  return forgotten(ctx->rx_queue_index);
#endif
  return XDP_PASS;
}
// LOADS: program: loads
