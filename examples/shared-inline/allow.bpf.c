// Two programs of different types that ask the same question: on_arrival for a driver's XDP hook, on_departure for tc's
// egress hook. Each gets a copy of allowed(): no call is left, so kernels before 4.16 and loaders without calls take it.
#include <linux/bpf.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>
#include "allowed.h"

SEC("xdp")
int on_arrival(struct xdp_md *ctx)
{
	return allowed((void *)(long)ctx->data, (void *)(long)ctx->data_end) ? XDP_PASS : XDP_DROP;
}

SEC("tc")
int on_departure(struct __sk_buff *skb)
{
	return allowed((void *)(long)skb->data, (void *)(long)skb->data_end) ? TC_ACT_OK : TC_ACT_SHOT;
}
