// -mcpu=v4
// Each kind of instruction that the version brings.
// Stable too: needs_long_jump 6.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int needs_division(void *context) {
  long value = -8;
  asm volatile("%0 s/= 2" : "+r"(value));
  return value & 0;
}

SEC("socket") int needs_modulo(void *context) {
  long value = -8;
  asm volatile("%0 s%%= 3" : "+r"(value));
  return value & 0;
}

SEC("socket") int needs_load(void *context) {
  long value, stored = -8;
  asm volatile("%0 = *(s32 *)(%1 + 0)" : "=r"(value) : "r"(&stored), "m"(stored));
  return value & 0;
}

SEC("socket") int needs_move(void *context) {
  long value = -8;
  asm volatile("%0 = (s8)%0" : "+r"(value));
  return value & 0;
}

SEC("socket") int needs_swap(void *context) {
  long value = -8;
  asm volatile("%0 = bswap64 %0" : "+r"(value));
  return value & 0;
}

SEC("socket") int needs_long_jump(void *context) {
  long value = 8;
  asm volatile("if %0 > 1 goto +1; gotol +1; %0 = 9" : "+r"(value));
  return value & 0;
}

SEC("socket") int any_division(void *context) {
  long value = 8;
  asm volatile("%0 /= 2" : "+r"(value));
  return value & 0;
}
