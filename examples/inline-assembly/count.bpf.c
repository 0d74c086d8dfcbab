// An atomic addition in BPF assembly: the instruction that every kernel has, whatever -mcpu says. In C it is
// __sync_fetch_and_add(); assembly is for the rare case where the very instruction matters.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} bytes SEC(".maps");

// "memory", because the compiler cannot see what the instruction changes.
static void locked_add(__u64 *sum, __u64 value)
{
	asm volatile("lock *(u64 *)(%0 + 0) += %1" : : "r"(sum), "r"(value) : "memory");
}

SEC("xdp")
int count(struct xdp_md *ctx)
{
	__u32 key = 0;
	__u64 *sum = bpf_map_lookup_elem(&bytes, &key);

	if (sum)
		locked_add(sum, ctx->data_end - ctx->data);
	return XDP_PASS;
}
