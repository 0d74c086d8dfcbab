// Two arrays of programs, filled from sections that name the array's id and the slot.
#include "legacy.h"

struct bpf_elf_map MAPS first = {
	.type = BPF_MAP_TYPE_PROG_ARRAY,
	.size_key = sizeof(__u32),
	.size_value = sizeof(__u32),
	.max_elem = 2,
	.id = 7,
	.pinning = PIN_GLOBAL_NS,
};

struct bpf_elf_map MAPS second = {
	.type = BPF_MAP_TYPE_PROG_ARRAY,
	.size_key = sizeof(__u32),
	.size_value = sizeof(__u32),
	.max_elem = 1,
	.id = 0xabc,
	.pinning = PIN_GLOBAL_NS,
};

SEC("0xabc/0")
int leave(struct __sk_buff *skb)
{
	return TC_ACT_SHOT;
}

SEC("7/0")
int pass(struct __sk_buff *skb)
{
	return TC_ACT_OK;
}

SEC("7/1")
int go_on(struct __sk_buff *skb)
{
	bpf_tail_call(skb, &second, 0);
	return TC_ACT_OK;
}

SEC("classifier")
int enter(struct __sk_buff *skb)
{
	bpf_tail_call(skb, &first, skb->len & 1);
	return TC_ACT_OK;
}
