// -Wbpf-function-call says nothing where every call was inlined, nor of helpers.
// RUN: %bpfcc --kernel=4.15 -c %s -o %t.o 2>&1 | count 0
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static int square(int value) { return value * value; }
int global(int value) { return square(value) + bpf_get_prandom_u32(); }
SEC("xdp") int program(struct xdp_md *context) { return global(context->rx_queue_index); }
