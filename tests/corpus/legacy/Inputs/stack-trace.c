// Where the kernel is when something is sampled.
#include "legacy.h"

struct bpf_map_def MAPS stacks = {
	.type = BPF_MAP_TYPE_STACK_TRACE,
	.key_size = sizeof(__u32),
	.value_size = 127 * sizeof(__u64),
	.max_entries = 1024,
};

SEC("perf_event")
int sample(void *context)
{
	return bpf_get_stackid(context, &stacks, 0) < 0;
}
