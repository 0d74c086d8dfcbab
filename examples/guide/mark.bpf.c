// Arithmetic on 32 bits, in the halves of registers where the instruction set has them: marks each packet with its length and
// a number, modulo 2^32. `classifier` is the section that tc takes where it is told of none.
#include "idioms.h"
#include <linux/pkt_cls.h>

static __inline void add(const uint32_t *left, const uint32_t *right, uint32_t *sum)
{
	*sum = *left + *right;
}

__section("classifier")
int mark(struct __sk_buff *skb)
{
	uint32_t length = skb->len, number = 4294967280u, sum;

	add(&length, &number, &sum);
	skb->mark = sum;
	return TC_ACT_UNSPEC;
}

char __license[] __section("license") = "GPL";
