// The smallest XDP program, one header.
#include <linux/bpf.h>

__attribute__((section("xdp"), used)) int drop(struct xdp_md *context) { return XDP_DROP; }

char License[] __attribute__((section("license"), used)) = "GPL";
