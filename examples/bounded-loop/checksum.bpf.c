// Drops IPv4 packets with a wrong header checksum. How many words a header has is in the packet, and the verifier wants
// an end that it can see: the loop has a constant bound, and leaves earlier. It stays a loop: Linux 5.3 and later follow it.
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

// The header's length is four bits, and counts 32-bit words.
enum { MOST_HALF_WORDS = 2 * 15 };

SEC("xdp")
int verify(struct xdp_md *ctx)
{
	void *data_end = (void *)(long)ctx->data_end;
	struct ethhdr *ethernet = (void *)(long)ctx->data;
	struct iphdr *ip = (void *)(ethernet + 1);
	__u16 *half_word = (void *)ip;
	__u32 sum = 0;

	if ((void *)(ip + 1) > data_end || ethernet->h_proto != bpf_htons(ETH_P_IP))
		return XDP_PASS;
	for (int i = 0; i < MOST_HALF_WORDS; i++) {
		if (i == 2 * ip->ihl)
			break;
		if ((void *)(half_word + i + 1) > data_end)
			return XDP_DROP;
		sum += half_word[i];
	}
	sum = (sum & 0xffff) + (sum >> 16);
	sum = (sum & 0xffff) + (sum >> 16);
	return sum == 0xffff ? XDP_PASS : XDP_DROP;
}
