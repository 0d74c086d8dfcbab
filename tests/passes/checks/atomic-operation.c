// add, sub, and, or, xor, exchange and compare-and-exchange are all there are.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED %s -o %t.o
#ifdef REPAIRED
long nand(long *p, long v) {
  long old = *(volatile long *)p;
  for (int i = 0; i < 10; i++) {
    long seen = __sync_val_compare_and_swap(p, old, ~(old & v));
    if (seen == old)
      break;
    old = seen;
  }
  return old;
}
#else
// CHECK: [[@LINE+1]]:{{[0-9]+}}: error: BPF has no atomic 'nand' [-Wbpf-atomic]
long nand(long *p, long v) { return __sync_fetch_and_nand(p, v); }
// CHECK: [[@LINE+1]]:{{[0-9]+}}: error: BPF has no atomic 'max' [-Wbpf-atomic]
long max(long *p, long v) { return __atomic_fetch_max(p, v, __ATOMIC_RELAXED); }
#endif
long add(long *p, long v) { return __sync_fetch_and_add(p, v); }
long sub(long *p, long v) { return __sync_fetch_and_sub(p, v); }
long and(long *p, long v) { return __sync_fetch_and_and(p, v); }
long or(long *p, long v) { return __sync_fetch_and_or(p, v); }
long xor(long *p, long v) { return __sync_fetch_and_xor(p, v); }
long exchange(long *p, long v) { return __sync_lock_test_and_set(p, v); }
int swap(int *p, int v) { return __sync_bool_compare_and_swap(p, v, 1); }
// CHECK-NOT: error:
// CHECK: 2 errors generated.
