// Where the type of a program is not known, nothing is reported: a name of the user's own, a loader that is given the type, what
// replaces a function of another program, and a function of two programs of which one may call the helper.
// RUN: %bpfcc -Werror -Wno-bpf-section-name %s -o %t.o
// RUN: %bpfcc -Werror --loader=iproute2 -DNAMED %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#define HELPER bpf_xdp_load_bytes((void *)ctx, 0, &bytes, sizeof bytes)
__u64 bytes;
SEC("my_program") int own_name(struct __sk_buff *ctx) { return HELPER; }
#ifndef NAMED
SEC("freplace/f") int replaces(struct __sk_buff *ctx) { return HELPER; }
static __attribute__((noinline)) long of_both(void *ctx) { return HELPER; }
SEC("xdp") int xdp(struct xdp_md *ctx) { return of_both(ctx); }
SEC("tc") int tc(struct __sk_buff *ctx) { return of_both(ctx); }
#endif
char license[] SEC("license") = "GPL";
