// A loop made of tail calls: `turn` jumps to itself, until the kernel jumps no more and it goes on behind the jump. How many
// turns there were it leaves in a map.
#include "idioms.h"
#include <linux/pkt_cls.h>

#define JMP_MAP 1

struct bpf_elf_map jmp_map __section("maps") = {
	.type = BPF_MAP_TYPE_PROG_ARRAY,
	.id = JMP_MAP,
	.size_key = sizeof(uint32_t),
	.size_value = sizeof(uint32_t),
	.pinning = PIN_GLOBAL_NS,
	.max_elem = 1,
};

struct bpf_elf_map turns __section("maps") = {
	.type = BPF_MAP_TYPE_ARRAY,
	.size_key = sizeof(uint32_t),
	.size_value = sizeof(uint32_t),
	.pinning = PIN_GLOBAL_NS,
	.max_elem = 1,
};

__section_tail(JMP_MAP, 0)
int turn(struct __sk_buff *skb)
{
	uint32_t first = 0, counted;

	skb->cb[0]++;
	printk("turn %u of a packet of %u bytes\n", skb->cb[0], skb->len);
	tail_call(skb, &jmp_map, 0);

	counted = skb->cb[0];
	map_update_elem(&turns, &first, &counted, BPF_ANY);
	return TC_ACT_OK;
}

// A packet may come with something in its control block.
__section("prog")
int entry(struct __sk_buff *skb)
{
	skb->cb[0] = 0;
	tail_call(skb, &jmp_map, 0);
	return TC_ACT_OK;
}

char __license[] __section("license") = "GPL";
