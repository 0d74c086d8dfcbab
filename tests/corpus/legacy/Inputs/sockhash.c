// Keeps each connection that is made, by its port.
#include "legacy.h"

struct bpf_map_def MAPS sockets = {
	.type = BPF_MAP_TYPE_SOCKHASH,
	.key_size = sizeof(__u32),
	.value_size = sizeof(int),
	.max_entries = 64,
};

SEC("sockops")
int keep(struct bpf_sock_ops *ops)
{
	__u32 port = ops->local_port;

	if (ops->op == BPF_SOCK_OPS_PASSIVE_ESTABLISHED_CB)
		bpf_sock_hash_update(ops, &sockets, &port, BPF_ANY);
	return 1;
}
