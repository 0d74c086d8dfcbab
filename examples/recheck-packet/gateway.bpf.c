// Sends IPv4 packets to another station, the gateway, and counts them by protocol. bpf_skb_store_bytes() may move the
// packet in memory: every pointer into it is void after the call, its end too. Both are read once more, and compared once
// more, before the next access.
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 256);
	__type(key, __u32);
	__type(value, __u64);
} sent SEC(".maps");

static const __u8 gateway[ETH_ALEN] = { 0x02, 0, 0, 0, 0, 0x01 };

// The IPv4 header, or nothing where the packet has none: read from the packet as it is now.
static struct iphdr *ipv4_header(struct __sk_buff *skb)
{
	struct ethhdr *ethernet = (void *)(long)skb->data;
	struct iphdr *ip = (void *)(ethernet + 1);

	if ((void *)(ip + 1) > (void *)(long)skb->data_end || ethernet->h_proto != bpf_htons(ETH_P_IP))
		return NULL;
	return ip;
}

SEC("tc")
int send_to_gateway(struct __sk_buff *skb)
{
	struct iphdr *ip = ipv4_header(skb);
	__u32 protocol;
	__u64 *packets;

	if (!ip)
		return TC_ACT_OK;
	if (bpf_skb_store_bytes(skb, offsetof(struct ethhdr, h_dest), gateway, ETH_ALEN, 0))
		return TC_ACT_SHOT;

	ip = ipv4_header(skb);
	if (!ip)
		return TC_ACT_SHOT;
	protocol = ip->protocol;
	packets = bpf_map_lookup_elem(&sent, &protocol);
	if (packets)
		__sync_fetch_and_add(packets, 1);
	return TC_ACT_OK;
}
