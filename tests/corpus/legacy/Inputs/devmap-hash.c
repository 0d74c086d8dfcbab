// Sends packets on another interface, found by any number.
#include "legacy.h"

struct bpf_map_def MAPS others = {
	.type = BPF_MAP_TYPE_DEVMAP_HASH,
	.key_size = sizeof(int),
	.value_size = sizeof(int),
	.max_entries = 8,
};

SEC("xdp")
int redirect(struct xdp_md *ctx)
{
	return bpf_redirect_map(&others, 0, XDP_PASS);
}
