// Types of which some are of this kind.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int seen __attribute__((btf_decl_tag("tag")));

SEC("socket") int any_program(void *context) { return 0; }
