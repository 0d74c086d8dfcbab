// There is no fence; one for the compiler alone makes no instruction and is fine.
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED %s -o %t.o
void publish(long *data, long *ready) {
  *data = 1;
#ifdef REPAIRED
  __atomic_signal_fence(__ATOMIC_SEQ_CST);
  asm volatile("" ::: "memory");
#else
  // CHECK: [[@LINE+1]]:3: error: BPF has no memory fence [-Wbpf-atomic]
  __sync_synchronize();
  // CHECK: note: order the accesses themselves
  *ready = 0;
  // CHECK: [[@LINE+1]]:3: error: BPF has no memory fence [-Wbpf-atomic]
  __atomic_thread_fence(__ATOMIC_ACQUIRE);
#endif
  *ready = 1;
}
