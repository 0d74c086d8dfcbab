// -fno-builtin-memset keeps the loop a loop, as the note says.
// RUN: %bpfcc -fno-builtin-memset -Werror -c %s -o %t.o
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
__u64 words[300];
SEC("xdp") int program(struct xdp_md *ctx) {
  for (int i = 0; i < 300; ++i)
    // CHECK: error: LLVM turns this loop into a memset of 2400 bytes
    words[i] = 0;
  return XDP_PASS;
}
