// Prints a line for each packet to the kernel's trace buffer, where every program prints to: for finding out, not for
// every day.
#include <linux/bpf.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>

// bpf_trace_printk() is only for programs under the GPL.
char LICENSE[] SEC("license") = "GPL";

// The format is put together on the stack, by instructions, so that loaders and kernels without global data take the
// program. Elsewhere libbpf's bpf_printk() does. The helper takes three values at most.
#define say(text, ...)                                                 \
	({                                                             \
		char format[] = text;                                  \
		bpf_trace_printk(format, sizeof(format), __VA_ARGS__); \
	})

SEC("tc")
int report(struct __sk_buff *skb)
{
	say("a packet of %u bytes, mark %x\n", skb->len, skb->mark);
	return TC_ACT_OK;
}
