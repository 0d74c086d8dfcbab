// Types of which some are of this kind.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int __attribute__((btf_type_tag("tag"))) * seen;

SEC("socket") int any_program(void *context) { return 0; }
