// Writes the sender of a frame into the trail that the frame carries, newest first, and sends it on to everybody. BPF has
// no C library: clang turns its builtin functions into loads and stores, as long as the size is a constant of 1024 bytes
// at most.
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum { STATIONS = 4 };

struct frame {
	struct ethhdr ethernet;
	__u8 trail[STATIONS][ETH_ALEN];
};

SEC("xdp")
int append(struct xdp_md *ctx)
{
	struct frame *frame = (void *)(long)ctx->data;

	if ((void *)(frame + 1) > (void *)(long)ctx->data_end || frame->ethernet.h_proto != bpf_htons(ETH_P_802_EX1))
		return XDP_PASS;
	if (__builtin_memcmp(frame->trail[0], frame->ethernet.h_source, ETH_ALEN) == 0)
		return XDP_DROP;
	__builtin_memmove(frame->trail[1], frame->trail[0], (STATIONS - 1) * ETH_ALEN);
	__builtin_memcpy(frame->trail[0], frame->ethernet.h_source, ETH_ALEN);
	__builtin_memset(frame->ethernet.h_dest, 0xff, ETH_ALEN);
	return XDP_TX;
}
