// With a named kernel each release from it on counts. Where a loader puts an older helper in its place, an older kernel will do;
// in a program that a loader may leave out it is a warning.
// RUN: not %bpfcc --kernel=5.4 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --kernel=5.18 -Werror %s -o %t.o
// RUN: %bpfcc -Werror %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
// CHECK-NOT: {{(error|warning):}}
SEC("kprobe/f") int replaced(void *ctx) {
  __u64 bytes;
  return bpf_probe_read_kernel(&bytes, sizeof bytes, ctx);
}
SEC("xdp") int newer(struct xdp_md *ctx) {
  __u64 bytes;
  // CHECK: unavailable-helper-release.c:[[@LINE+1]]:10: error: kernels before 5.18 do not have bpf_xdp_load_bytes()
  return bpf_xdp_load_bytes(ctx, 0, &bytes, sizeof bytes);
}
SEC("?xdp") int left_out(struct xdp_md *ctx) {
  __u64 bytes;
  // CHECK: unavailable-helper-release.c:[[@LINE+1]]:10: warning: kernels before 5.18 do not have bpf_xdp_load_bytes()
  return bpf_xdp_load_bytes(ctx, 0, &bytes, sizeof bytes);
}
const volatile int new_kernel = 0;
SEC("xdp") int asked(struct xdp_md *ctx) {
  __u64 bytes;
  return new_kernel ? bpf_xdp_load_bytes(ctx, 0, &bytes, sizeof bytes) : 0;
}
char license[] SEC("license") = "GPL";
// CHECK: 1 warning and 1 error generated
