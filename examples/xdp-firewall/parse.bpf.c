// The programs, and how they read a packet: `filter` asks the rules at the driver's XDP hook, `ingress` and `egress` count
// per protocol at tc's hooks. What a rule drops never gets as far as `ingress`.
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/pkt_cls.h>
#include <stddef.h>
#include <bpf/bpf_endian.h>
#include "fw.bpf.h"

// The most that is read of each; a packet with more of them is malformed.
#define MAX_VLAN_TAGS 2
#define MAX_EXTENSIONS 8

#define IPV4_FRAGMENT_OFFSET 0x1fff
#define IPV6_FRAGMENT_OFFSET 0xfff8

// Defined in rules.bpf.c; the linker makes one map of both.
extern struct counters counters SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, MAX_INTERFACES * DIRECTIONS * (OTHER_PROTOCOL + 1));
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, struct traffic_key);
	__type(value, struct counter);
	__uint(pinning, LIBBPF_PIN_BY_NAME);
} traffic SEC(".maps");

// No program looks at it: the loader's own notes, which live as long as the other maps.
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, MAX_INTERFACES);
	__type(key, __u32);
	__type(value, struct attachment);
	__uint(pinning, LIBBPF_PIN_BY_NAME);
} interfaces SEC(".maps");

struct vlan_tag {
	__be16 control;
	__be16 protocol;
};

struct ipv6_fragment {
	__u8 next;
	__u8 reserved;
	__be16 offset;
	__be32 identification;
};

// What there is to say of a packet that was read.
enum kind { KIND_IP, KIND_OTHER, KIND_MALFORMED };

static enum kind read_port(const void *header, const void *end, __u8 protocol, struct packet *packet)
{
	const __be16 *ports = header; // the source's and the destination's

	packet->protocol = protocol;
	switch (protocol) {
	case IPPROTO_TCP:
	case IPPROTO_UDP:
	case IPPROTO_SCTP:
		if ((const void *)(ports + 2) > end)
			return KIND_MALFORMED;
		packet->port = ports[1];
	}
	return KIND_IP;
}

static enum kind read_ipv4(const void *header, const void *end, struct packet *packet)
{
	const struct iphdr *ip = header;

	if ((const void *)(ip + 1) > end || ip->ihl < 5)
		return KIND_MALFORMED;
	packet->family = IPV4;
	packet->protocol = ip->protocol;
	__builtin_memcpy(packet->source, &ip->saddr, sizeof(ip->saddr));
	if (ip->frag_off & bpf_htons(IPV4_FRAGMENT_OFFSET))
		return KIND_IP;
	return read_port(header + ip->ihl * 4, end, ip->protocol, packet);
}

static enum kind read_ipv6(const void *header, const void *end, struct packet *packet)
{
	const struct ipv6hdr *ip = header;
	__u8 next;

	if ((const void *)(ip + 1) > end)
		return KIND_MALFORMED;
	packet->family = IPV6;
	__builtin_memcpy(packet->source, &ip->saddr, sizeof(ip->saddr));
	next = ip->nexthdr;
	header = ip + 1;

	for (int i = 0; i <= MAX_EXTENSIONS; i++) {
		const struct ipv6_opt_hdr *extension = header;
		const struct ipv6_fragment *fragment = header;

		switch (next) {
		case IPPROTO_HOPOPTS:
		case IPPROTO_ROUTING:
		case IPPROTO_DSTOPTS:
			if ((const void *)(extension + 1) > end)
				return KIND_MALFORMED;
			next = extension->nexthdr;
			header += (extension->hdrlen + 1) * 8;
			break;
		case IPPROTO_AH:
			if ((const void *)(extension + 1) > end)
				return KIND_MALFORMED;
			next = extension->nexthdr;
			header += (extension->hdrlen + 2) * 4;
			break;
		case IPPROTO_FRAGMENT:
			if ((const void *)(fragment + 1) > end)
				return KIND_MALFORMED;
			next = fragment->next;
			header += sizeof(*fragment);
			if (fragment->offset & bpf_htons(IPV6_FRAGMENT_OFFSET)) {
				packet->protocol = next;
				return KIND_IP;
			}
			break;
		default:
			return read_port(header, end, next, packet);
		}
	}
	return KIND_MALFORMED;
}

static enum kind read_packet(const void *data, const void *end, struct packet *packet)
{
	const struct ethhdr *ethernet = data;
	const void *header = ethernet + 1;
	__be16 protocol;

	if (header > end)
		return KIND_MALFORMED;
	protocol = ethernet->h_proto;

	for (int i = 0; i < MAX_VLAN_TAGS; i++) {
		const struct vlan_tag *tag = header;

		if (protocol != bpf_htons(ETH_P_8021Q) && protocol != bpf_htons(ETH_P_8021AD))
			break;
		if ((const void *)(tag + 1) > end)
			return KIND_MALFORMED;
		protocol = tag->protocol;
		header = tag + 1;
	}

	switch (protocol) {
	case bpf_htons(ETH_P_IP):
		return read_ipv4(header, end, packet);
	case bpf_htons(ETH_P_IPV6):
		return read_ipv6(header, end, packet);
	case bpf_htons(ETH_P_8021Q):
	case bpf_htons(ETH_P_8021AD):
		return KIND_MALFORMED;
	default:
		return KIND_OTHER;
	}
}

SEC("xdp")
int filter(struct xdp_md *ctx)
{
	const void *data = (void *)(long)ctx->data;
	const void *end = (void *)(long)ctx->data_end;
	struct packet packet = { .bytes = end - data };
	enum kind kind = read_packet(data, end, &packet);
	__u32 slot = kind == KIND_OTHER ? NOT_IP : MALFORMED;
	struct counter *counter;

	if (kind == KIND_IP)
		return decide(&packet) == DROP ? XDP_DROP : XDP_PASS;
	counter = bpf_map_lookup_elem(&counters, &slot);
	if (counter)
		add_packet(counter, packet.bytes);
	return kind == KIND_OTHER ? XDP_PASS : XDP_DROP;
}

static __u16 protocol_of(struct __sk_buff *skb)
{
	struct packet packet = {};
	enum kind kind = read_packet((void *)(long)skb->data, (void *)(long)skb->data_end, &packet);

	// The headers may lie in a part of the packet that cannot be read directly, yet.
	if (kind == KIND_MALFORMED && !bpf_skb_pull_data(skb, skb->len))
		kind = read_packet((void *)(long)skb->data, (void *)(long)skb->data_end, &packet);
	return kind == KIND_IP ? packet.protocol : OTHER_PROTOCOL;
}

// TC_ACT_UNSPEC leaves the packet to the filters behind: counting decides nothing.
static int account(struct __sk_buff *skb, enum direction direction)
{
	struct traffic_key key = {
		.ifindex = skb->ifindex,
		.direction = direction,
		.protocol = protocol_of(skb),
	};
	struct counter *counter = bpf_map_lookup_elem(&traffic, &key);

	if (!counter) {
		struct counter none = {};

		// Where another processor was faster this fails, and its entry is found.
		bpf_map_update_elem(&traffic, &key, &none, BPF_NOEXIST);
		counter = bpf_map_lookup_elem(&traffic, &key);
	}
	if (counter)
		add_packet(counter, skb->len);
	return TC_ACT_UNSPEC;
}

SEC("tc")
int ingress(struct __sk_buff *skb)
{
	return account(skb, INGRESS);
}

SEC("tc")
int egress(struct __sk_buff *skb)
{
	return account(skb, EGRESS);
}

char LICENSE[] SEC("license") = "GPL";
