// An XDP program with no section of its own, which ip attaches from .text. bpftool finds no program there, because libbpf
// keeps .text for functions that programs call; ip names the section and the type itself. The counter tells that it ran.
#include <linux/bpf.h>

__u64 dropped_bytes;

int drop(struct xdp_md *ctx)
{
	__sync_fetch_and_add(&dropped_bytes, ctx->data_end - ctx->data);
	return XDP_DROP;
}
