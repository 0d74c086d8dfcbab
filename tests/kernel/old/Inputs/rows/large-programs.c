// More than 4096 instructions, and as many as that.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("socket") int needs_4097(void *context) {
  asm volatile(".rept 4095; r0 = 0; .endr" ::: "r0");
  return 0;
}

SEC("socket") int any_4096(void *context) {
  asm volatile(".rept 4094; r0 = 0; .endr" ::: "r0");
  return 0;
}
