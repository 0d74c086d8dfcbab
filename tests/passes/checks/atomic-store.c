// Stores follow the rules of loads, with release in the place of acquire.
// RUN: not %bpfcc -mcpu=v4 -DORDER=__ATOMIC_SEQ_CST %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --kernel=6.15 -DORDER=__ATOMIC_RELEASE %s -o %t.o
void store(long *p) { __atomic_store_n(p, 1, ORDER); }
// CHECK: [[@LINE-1]]:23: error: BPF has no sequentially consistent store [-Wbpf-atomic]
// CHECK: note: use __ATOMIC_RELEASE, or a volatile access
