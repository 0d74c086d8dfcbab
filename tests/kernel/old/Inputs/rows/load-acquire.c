// -mcpu=v4
// Loads that acquire and stores that release; one that is only whole is nothing special.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

long value;
char byte;

SEC("socket") int needs_load(void *context) { return __atomic_load_n(&value, __ATOMIC_ACQUIRE); }
SEC("socket") int needs_load_byte(void *context) { return __atomic_load_n(&byte, __ATOMIC_ACQUIRE); }

SEC("socket") int needs_store(void *context) {
  __atomic_store_n(&value, 1, __ATOMIC_RELEASE);
  return 0;
}

SEC("socket") int any_load(void *context) { return __atomic_load_n(&value, __ATOMIC_RELAXED); }
