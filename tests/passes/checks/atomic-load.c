// Atomic loads and stores came with v4, those that order memory with Linux 6.15; none is sequentially consistent.
// RUN: not %bpfcc -mcpu=v4 -DORDER=__ATOMIC_SEQ_CST %s -o %t.o 2>&1 | FileCheck --check-prefix=SEQUENTIAL %s
// RUN: not %bpfcc -mcpu=v3 -DORDER=__ATOMIC_RELAXED %s -o %t.o 2>&1 | FileCheck --check-prefix=V3 %s
// RUN: not %bpfcc --kernel=6.6 -DORDER=__ATOMIC_ACQUIRE %s -o %t.o 2>&1 | FileCheck --check-prefix=KERNEL %s
// RUN: %bpfcc --kernel=6.6 -DORDER=__ATOMIC_RELAXED %s -o %t.o
// RUN: %bpfcc --kernel=6.15 -DORDER=__ATOMIC_ACQUIRE %s -o %t.o
long load(long *p) { return __atomic_load_n(p, ORDER); }
// SEQUENTIAL: [[@LINE-1]]:29: error: BPF has no sequentially consistent load [-Wbpf-atomic]
// SEQUENTIAL: note: use __ATOMIC_ACQUIRE, or a volatile access
// V3: [[@LINE-3]]:29: error: an atomic load needs instruction set v4; the object is for v3 [-Wbpf-atomic]
// KERNEL: [[@LINE-4]]:29: error: a load that orders memory needs Linux 6.15; the object is for 6.6 [-Wbpf-atomic]
