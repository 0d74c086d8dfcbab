// An event for each packet.
#include "legacy.h"

struct bpf_map_def MAPS events = {
	.type = BPF_MAP_TYPE_PERF_EVENT_ARRAY,
	.key_size = sizeof(int),
	.value_size = sizeof(__u32),
	.max_entries = 0,
};

SEC("classifier")
int tell(struct __sk_buff *skb)
{
	__u32 length = skb->len;

	bpf_perf_event_output(skb, &events, BPF_F_CURRENT_CPU, &length, sizeof(length));
	return TC_ACT_OK;
}
