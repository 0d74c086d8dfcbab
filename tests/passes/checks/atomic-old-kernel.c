// Atomics that return a value came with Linux 5.12, whatever the instruction set is.
// RUN: not %bpfcc --kernel=5.11 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --kernel=5.12 %s -o %t.o
long add(long *p) { return __sync_fetch_and_add(p, 1); }
// CHECK: [[@LINE-1]]:28: error: an atomic addition that returns a value needs Linux 5.12; the object is for 5.11 [-Wbpf-atomic]
// CHECK: note: all kernels accept an atomic addition whose result is unused
void or(long *p) { __sync_fetch_and_or(p, 1); }
// CHECK: [[@LINE-1]]:20: error: the atomic 'or' needs Linux 5.12; the object is for 5.11 [-Wbpf-atomic]
int swap(int *p) { return __sync_val_compare_and_swap(p, 0, 1); }
// CHECK: [[@LINE-1]]:27: error: compare-and-exchange needs Linux 5.12; the object is for 5.11 [-Wbpf-atomic]
