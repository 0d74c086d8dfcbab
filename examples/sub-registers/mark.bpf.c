// Marks each packet with a 32-bit hash of its IPv4 addresses. Every step wraps at 32 bits: with the 32-bit halves of the
// registers (w0 to w9) that costs nothing; for a kernel before 4.15, which does not follow those, each shift needs a mask.
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

// Multiplying carries low bits up, shifting brings the high ones down.
static __u32 mix(__u32 hash, __u32 word)
{
	hash = (hash ^ word) * 0x9e3779b1;
	return hash ^ hash >> 15;
}

SEC("tc")
int mark(struct __sk_buff *skb)
{
	struct ethhdr *ethernet = (void *)(long)skb->data;
	struct iphdr *ip = (void *)(ethernet + 1);

	if ((void *)(ip + 1) > (void *)(long)skb->data_end || ethernet->h_proto != bpf_htons(ETH_P_IP))
		return TC_ACT_OK;
	skb->mark = mix(mix(0, bpf_ntohl(ip->saddr)), bpf_ntohl(ip->daddr));
	return TC_ACT_OK;
}
