// Counts the bytes that an interface receives and sends: two programs and one map. tc loads the object once for each of
// them; the second time it finds the map of the first by its pin.
#include "idioms.h"
#include <linux/pkt_cls.h>

struct bpf_elf_map acc_map __section("maps") = {
	.type = BPF_MAP_TYPE_ARRAY,
	.size_key = sizeof(uint32_t),
	.size_value = sizeof(uint64_t),
	.pinning = PIN_GLOBAL_NS,
	.max_elem = 2,
};

// Several processors may count at the same time.
static __inline int account(struct __sk_buff *skb, uint32_t direction)
{
	uint64_t *bytes = map_lookup_elem(&acc_map, &direction);

	if (bytes)
		lock_xadd(bytes, skb->len);
	return TC_ACT_OK;
}

__section("ingress")
int count_received(struct __sk_buff *skb)
{
	return account(skb, 0);
}

__section("egress")
int count_sent(struct __sk_buff *skb)
{
	return account(skb, 1);
}

char __license[] __section("license") = "GPL";
