// Types of which some are of this kind.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum { Large = 1ull << 40 } seen;

SEC("socket") int any_program(void *context) { return 0; }
