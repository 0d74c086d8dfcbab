// A function that no program calls is not loaded, so that its stack does not matter.
// RUN: %bpfcc -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
__attribute__((noinline)) int forgotten(int x) { return x ? forgotten(x + bpf_get_prandom_u32()) + 1 : 0; }
SEC("xdp") int program(struct xdp_md *ctx) { return XDP_PASS; }
