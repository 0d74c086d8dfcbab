// Passes IPv6 packets with at most eight extension headers before what they carry. The loop over the headers is unrolled:
// there are eight copies of it, and no jump goes back. Kernels before 5.3 take no other loop.
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in6.h>
#include <linux/ipv6.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum { MOST_EXTENSIONS = 8 };

struct extension {
	__u8 next;
	__u8 more_eights; // how many times eight bytes follow the first eight
};

static int is_extension(__u8 header)
{
	return header == IPPROTO_HOPOPTS || header == IPPROTO_ROUTING || header == IPPROTO_DSTOPTS;
}

SEC("xdp")
int skip_extensions(struct xdp_md *ctx)
{
	void *data_end = (void *)(long)ctx->data_end;
	struct ethhdr *ethernet = (void *)(long)ctx->data;
	struct ipv6hdr *ip = (void *)(ethernet + 1);
	struct extension *extension = (void *)(ip + 1);
	__u8 header;

	if ((void *)(ip + 1) > data_end || ethernet->h_proto != bpf_htons(ETH_P_IPV6))
		return XDP_PASS;
	header = ip->nexthdr;
#pragma unroll
	for (int i = 0; i < MOST_EXTENSIONS; i++) {
		if (!is_extension(header))
			return XDP_PASS;
		if ((void *)(extension + 1) > data_end)
			return XDP_DROP;
		header = extension->next;
		extension = (void *)extension + 8 * (extension->more_eights + 1);
	}
	return is_extension(header) ? XDP_DROP : XDP_PASS;
}
