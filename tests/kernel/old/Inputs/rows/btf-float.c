// Types of which some are of this kind.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
  float value;
} seen;

SEC("socket") int any_program(void *context) { return 0; }
