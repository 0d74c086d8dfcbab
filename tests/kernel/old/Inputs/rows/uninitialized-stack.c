// Stack that was never written is read, handed to a helper, read after it was written.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1);
  __type(key, long);
  __type(value, long);
} map SEC(".maps");

SEC("socket") int needs_read(void *context) {
  volatile long never;
  return never & 0;
}

SEC("socket") int needs_key(void *context) {
  long never;
  asm volatile("" : "=m"(never));
  return !bpf_map_lookup_elem(&map, &never);
}

SEC("socket") int any_written(void *context) {
  volatile long value = 0;
  return value;
}
