// A BPF program cannot see the stack it runs on; LLVM ends the process where it should look.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// CHECK: [[@LINE+1]]:29: error: '__builtin_return_address' has no meaning in a BPF program: it cannot see the stack it runs on [-Wbpf-frame-address]
void *caller(void) { return __builtin_return_address(0); }
// CHECK: note: for the caller of a traced function use bpf_get_func_ip() or bpf_get_stack()
// CHECK: [[@LINE+1]]:28: error: '__builtin_frame_address' has no meaning in a BPF program
void *frame(void) { return __builtin_frame_address(0); }
// CHECK: 2 errors generated.
