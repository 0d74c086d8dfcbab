// -mcpu=v3
// Atomic operations whose result is used, and the only one that was there before them.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

long value;

SEC("socket") int needs_add(void *context) { return __sync_fetch_and_add(&value, 1); }
SEC("socket") int needs_or(void *context) { return __sync_fetch_and_or(&value, 1); }
SEC("socket") int needs_exchange(void *context) { return __sync_lock_test_and_set(&value, 1); }
SEC("socket") int needs_compare_exchange(void *context) { return __sync_val_compare_and_swap(&value, 0, 1); }

SEC("socket") int any_add(void *context) {
  asm volatile("lock *(u64 *)(%0 + 0) += %1" ::"r"(&value), "r"(1l) : "memory");
  return 0;
}
