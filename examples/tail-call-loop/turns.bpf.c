// A loop made of tail calls: the program jumps to itself and counts its turns in the packet's control block, which stays
// as it is from one turn to the next. The stack does not grow, and the kernel ends the loop: after 33 jumps a tail call
// does nothing, and the program goes on behind it.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int again(struct __sk_buff *skb);

// Pinned, because the kernel empties a program array that nobody holds.
struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, 1);
	__uint(key_size, sizeof(__u32));
	__uint(pinning, LIBBPF_PIN_BY_NAME);
	__array(values, int(struct __sk_buff *skb));
} next_turn SEC(".maps") = {
	.values = { &again },
};

SEC("tc")
int again(struct __sk_buff *skb)
{
	skb->cb[0]++;
	bpf_tail_call(skb, &next_turn, 0);
	return skb->cb[0];
}
