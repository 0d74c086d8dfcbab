// Chooses one of the sockets that share a port.
#include "legacy.h"

struct bpf_map_def MAPS sockets = {
	.type = BPF_MAP_TYPE_REUSEPORT_SOCKARRAY,
	.key_size = sizeof(__u32),
	.value_size = sizeof(__u64),
	.max_entries = 4,
};

SEC("sk_reuseport")
int choose(struct sk_reuseport_md *ctx)
{
	__u32 slot = ctx->hash & 3;

	return bpf_sk_select_reuseport(ctx, &sockets, &slot, 0) ? SK_DROP : SK_PASS;
}
