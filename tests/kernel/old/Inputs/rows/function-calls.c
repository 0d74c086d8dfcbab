// A call of a static function that was not inlined.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

static __attribute__((noinline)) int apart(volatile int *value) { return *value; }

SEC("xdp") int needs_call(void *context) {
  int local = 1;
  return apart(&local);
}
