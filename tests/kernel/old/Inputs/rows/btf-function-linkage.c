// Types with a function that is global.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

__attribute__((noinline)) int apart(int value) { return value; }

SEC("socket") int any_program(void *context) { return apart(1); }
