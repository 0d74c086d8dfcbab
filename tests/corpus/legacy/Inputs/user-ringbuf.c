// Takes records that a process wrote.
#include "legacy.h"

struct bpf_map_def MAPS records = {
	.type = BPF_MAP_TYPE_USER_RINGBUF,
	.key_size = 0,
	.value_size = 0,
	.max_entries = 4096,
};

static long look(struct bpf_dynptr *record, void *context)
{
	return 0;
}

SEC("classifier")
int take(struct __sk_buff *skb)
{
	return bpf_user_ringbuf_drain(&records, look, NULL, 0) < 0 ? TC_ACT_SHOT : TC_ACT_OK;
}
