// The smallest XDP program: drops every packet. `prog` is the section that ip takes where it is told of none.
#include "idioms.h"

__section("prog")
int drop(struct xdp_md *ctx)
{
	return XDP_DROP;
}

char __license[] __section("license") = "GPL";
