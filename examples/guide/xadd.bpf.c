// An addition in one instruction that no other processor interrupts, written in assembly: what lock_xadd() becomes.
#include "idioms.h"

__section("prog")
int sum(struct xdp_md *ctx)
{
	uint64_t verdict = XDP_DROP, one = 1;

	// "memory", because the compiler does not see what the instruction changes. The sum is XDP_PASS.
	asm volatile("lock *(u64 *)(%0 + 0) += %1" : : "r"(&verdict), "r"(one) : "memory");
	return verdict;
}

char __license[] __section("license") = "GPL";
