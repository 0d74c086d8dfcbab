// A program that goes on in another, which somebody puts into the array.
#include "legacy.h"

struct bpf_elf_map MAPS next = {
	.type = BPF_MAP_TYPE_PROG_ARRAY,
	.size_key = sizeof(__u32),
	.size_value = sizeof(__u32),
	.max_elem = 4,
	.pinning = PIN_GLOBAL_NS,
};

SEC("classifier")
int enter(struct __sk_buff *skb)
{
	bpf_tail_call(skb, &next, skb->len & 3);
	return TC_ACT_OK;
}
