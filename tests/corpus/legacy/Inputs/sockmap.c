// Gives what arrives to another socket.
#include "legacy.h"

struct bpf_map_def MAPS sockets = {
	.type = BPF_MAP_TYPE_SOCKMAP,
	.key_size = sizeof(int),
	.value_size = sizeof(int),
	.max_entries = 4,
};

SEC("sk_skb/stream_verdict")
int redirect(struct __sk_buff *skb)
{
	return bpf_sk_redirect_map(skb, &sockets, 0, 0);
}
