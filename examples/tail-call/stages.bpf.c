// A program in stages: each looks at one header and jumps to the next stage through a program array. A jump does not come
// back, and where the array has no program the stage itself goes on, so each decides what happens when nobody follows.
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/udp.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum { ECHO_PORT = 7 };
enum stage { IPV4, UDP, STAGES };

int ipv4(struct xdp_md *ctx);
int udp(struct xdp_md *ctx);

// libbpf fills the array when it has loaded the programs. The kernel empties it when nobody holds it any more, and a
// program that uses it does not count: the pin keeps it.
struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, STAGES);
	__uint(key_size, sizeof(__u32));
	__uint(pinning, LIBBPF_PIN_BY_NAME);
	__array(values, int(struct xdp_md *ctx));
} stages SEC(".maps") = {
	.values = { [IPV4] = &ipv4, [UDP] = &udp },
};

SEC("xdp")
int ethernet(struct xdp_md *ctx)
{
	struct ethhdr *header = (void *)(long)ctx->data;

	if ((void *)(header + 1) > (void *)(long)ctx->data_end)
		return XDP_ABORTED;
	if (header->h_proto == bpf_htons(ETH_P_IP))
		bpf_tail_call(ctx, &stages, IPV4);
	return XDP_PASS;
}

SEC("xdp")
int ipv4(struct xdp_md *ctx)
{
	struct iphdr *header = (void *)(long)ctx->data + sizeof(struct ethhdr);

	if ((void *)(header + 1) > (void *)(long)ctx->data_end)
		return XDP_ABORTED;
	if (header->ihl == 5 && header->protocol == IPPROTO_UDP)
		bpf_tail_call(ctx, &stages, UDP);
	return XDP_DROP;
}

SEC("xdp")
int udp(struct xdp_md *ctx)
{
	struct udphdr *header = (void *)(long)ctx->data + sizeof(struct ethhdr) + sizeof(struct iphdr);

	if ((void *)(header + 1) > (void *)(long)ctx->data_end)
		return XDP_ABORTED;
	return header->dest == bpf_htons(ECHO_PORT) ? XDP_TX : XDP_DROP;
}
