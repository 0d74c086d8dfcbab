// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct rule { __u32 count; };
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 1); __type(key, __u32); __type(value, struct rule); } rules SEC(".maps");
static __attribute__((always_inline)) __u32 weigh(__u32 i) { return bpf_get_prandom_u32() & i; }
SEC("socket") int program(struct __sk_buff *skb) {
  __u32 zero = 0, sum = 0;
  struct rule *rule = bpf_map_lookup_elem(&rules, &zero);
  if (!rule)
    return 0;
  //- page
  for (__u32 i = 0; i < rule->count; i++)           /* rule is in a map */
    sum += weigh(i);
  //- end
  return sum;
}
