// -Wbpf-frame-address: a BPF program sees neither a return address nor a frame, at any depth.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
__attribute__((section("xdp"))) int caller(void *context) {
  // CHECK: frame-address.c:[[@LINE+1]]:16: error: '__builtin_return_address' has no meaning in a BPF program: it cannot see the stack it runs on [-Wbpf-frame-address]
  return (long)__builtin_return_address(0);
}
__attribute__((section("xdp"))) int frame(void *context) {
  // CHECK: frame-address.c:[[@LINE+1]]:16: error: '__builtin_frame_address' has no meaning in a BPF program
  return (long)__builtin_frame_address(0);
}
