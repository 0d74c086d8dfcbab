// A global function keeps its meaning where the target has them: the kernel verifies it by itself.
// RUN: %bpfcc --kernel=5.6 %s -o %t.o
// RUN: llvm-objdump -d %t.o | FileCheck %s
// CHECK: <verified_apart>:
// CHECK: <program>:
// CHECK: call -0x1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
volatile int state;
__attribute__((noinline)) int verified_apart(int value) { return state + value; }
SEC("xdp") int program(struct xdp_md *context) { return verified_apart(context->rx_queue_index); }
