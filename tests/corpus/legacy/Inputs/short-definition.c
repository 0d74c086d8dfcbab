// A definition of before there were flags, ids and pins.
#include <linux/bpf.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>

struct {
	__u32 type;
	__u32 size_key;
	__u32 size_value;
	__u32 max_elem;
} lengths SEC("maps") = { BPF_MAP_TYPE_HASH, sizeof(__u32), sizeof(__u64), 64 };

SEC("classifier")
int keep(struct __sk_buff *skb)
{
	__u32 length = skb->len;
	__u64 now = bpf_ktime_get_ns();

	bpf_map_update_elem(&lengths, &length, &now, BPF_ANY);
	return TC_ACT_OK;
}

char _license[] SEC("license") = "GPL";
