// Leaves packets to another processor.
#include "legacy.h"

struct bpf_elf_map MAPS others = {
	.type = BPF_MAP_TYPE_CPUMAP,
	.size_key = sizeof(__u32),
	.size_value = sizeof(__u32),
	.max_elem = 4,
};

SEC("xdp")
int redirect(struct xdp_md *ctx)
{
	return bpf_redirect_map(&others, 0, XDP_PASS);
}
