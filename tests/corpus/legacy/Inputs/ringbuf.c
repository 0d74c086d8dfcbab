// A record for each packet.
#include "legacy.h"

struct bpf_map_def MAPS records = {
	.type = BPF_MAP_TYPE_RINGBUF,
	.key_size = 0,
	.value_size = 0,
	.max_entries = 4096,
};

SEC("classifier")
int tell(struct __sk_buff *skb)
{
	__u32 length = skb->len;

	bpf_ringbuf_output(&records, &length, sizeof(length), 0);
	return TC_ACT_OK;
}
