// Counts UDP packets per flow, in a hash map whose key has a member for every byte. The map compares whole keys: a hole
// that the compiler leaves, or a member that nobody sets, holds what lay on the stack before, and one flow becomes several.
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/udp.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

struct flow {
	__be32 source;
	__be32 destination;
	__be16 port;
	__u16 padding;
};

_Static_assert(sizeof(struct flow) == 4 + 4 + 2 + 2, "a flow has a hole");

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 4096);
	__type(key, struct flow);
	__type(value, __u64);
} flows SEC(".maps");

SEC("xdp")
int count(struct xdp_md *ctx)
{
	struct ethhdr *ethernet = (void *)(long)ctx->data;
	struct iphdr *ip = (void *)(ethernet + 1);
	struct udphdr *udp = (void *)(ip + 1);
	__u64 first = 1, *packets;

	if ((void *)(udp + 1) > (void *)(long)ctx->data_end || ethernet->h_proto != bpf_htons(ETH_P_IP))
		return XDP_PASS;
	if (ip->ihl != 5 || ip->protocol != IPPROTO_UDP)
		return XDP_PASS;

	// An initialiser sets the members that it does not name, too: padding is 0.
	struct flow flow = { .source = ip->saddr, .destination = ip->daddr, .port = udp->dest };

	packets = bpf_map_lookup_elem(&flows, &flow);
	if (packets)
		__sync_fetch_and_add(packets, 1);
	else
		bpf_map_update_elem(&flows, &flow, &first, BPF_NOEXIST);
	return XDP_PASS;
}
