// Lets only what a group of processes sends pass.
#include "legacy.h"

struct bpf_elf_map MAPS groups = {
	.type = BPF_MAP_TYPE_CGROUP_ARRAY,
	.size_key = sizeof(__u32),
	.size_value = sizeof(__u32),
	.max_elem = 1,
	.pinning = PIN_GLOBAL_NS,
};

SEC("classifier")
int only(struct __sk_buff *skb)
{
	return bpf_skb_under_cgroup(skb, &groups, 0) == 1 ? TC_ACT_OK : TC_ACT_SHOT;
}
