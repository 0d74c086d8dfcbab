// What the loader asks the kernel for is no finding, and neither is the call that LLVM puts where code cannot go on.
// RUN: %bpfcc -Werror %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern int bpf_of_some_kernel(void) __ksym __weak;
extern const int CONFIG_HZ __kconfig;
SEC("xdp") int program(struct xdp_md *ctx) {
  if (ctx->ingress_ifindex == 77)
    __builtin_unreachable();
  if (ctx->ingress_ifindex == 78)
    __builtin_trap();
  return bpf_of_some_kernel ? bpf_of_some_kernel() : CONFIG_HZ;
}
