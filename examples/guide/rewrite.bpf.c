// Gives what an interface sends another sender, and counts it by protocol. A helper that writes to the packet may move it: after
// the call its beginning and its end are read once more, and compared once more.
#include "idioms.h"
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <stddef.h>

#define BIG_ENDIAN_16(NUMBER) __builtin_bswap16(NUMBER)
#define SENDER __builtin_bswap32(0x0a000063) /* 10.0.0.99 */

struct bpf_elf_map sent __section("maps") = {
	.type = BPF_MAP_TYPE_ARRAY,
	.size_key = sizeof(uint32_t),
	.size_value = sizeof(uint64_t),
	.pinning = PIN_GLOBAL_NS,
	.max_elem = 256,
};

// The IPv4 header of the packet as it is now.
static __inline struct iphdr *ipv4(struct __sk_buff *skb)
{
	struct ethhdr *ethernet = (void *)(long)skb->data;
	struct iphdr *ip = (void *)(ethernet + 1);

	if ((void *)(ip + 1) > (void *)(long)skb->data_end || ethernet->h_proto != BIG_ENDIAN_16(ETH_P_IP))
		return NULL;
	return ip;
}

__section("egress")
int rewrite(struct __sk_buff *skb)
{
	struct iphdr *ip = ipv4(skb);
	uint32_t to = SENDER, from, protocol;
	uint64_t *packets;

	if (!ip)
		return TC_ACT_OK;
	from = ip->saddr;
	l3_csum_replace(skb, ETH_HLEN + offsetof(struct iphdr, check), from, to, sizeof(to));
	skb_store_bytes(skb, ETH_HLEN + offsetof(struct iphdr, saddr), &to, sizeof(to), 0);

	ip = ipv4(skb);
	if (!ip)
		return TC_ACT_SHOT;
	protocol = ip->protocol;
	packets = map_lookup_elem(&sent, &protocol);
	if (packets)
		lock_xadd(packets, 1);
	return TC_ACT_OK;
}

char __license[] __section("license") = "GPL";
