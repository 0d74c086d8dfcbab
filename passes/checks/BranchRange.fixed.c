// bpfcc -mcpu=v3
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 1); __type(key, __u32); __type(value, __u8[4000]); } packets SEC(".maps");
#define ROUND(n) hash ^= 0x9e3779b97f4a7c15 * n; hash += 0xbf58476d1ce4e5b9 * n;
static __attribute__((always_inline)) __u64 mix(__u64 hash) {
  ROUND(1) ROUND(2) ROUND(3) ROUND(4) ROUND(5) ROUND(6) ROUND(7) ROUND(8) ROUND(9) ROUND(10)
  return hash;
}
SEC("socket") int prog(struct __sk_buff *skb) {
  __u32 zero = 0;
  __u64 hash = 0;
  __u8 wanted = skb->mark, *packet = bpf_map_lookup_elem(&packets, &zero);
  if (!packet)
    return 0;
  //- page
  for (int i = 0; i < 600; ++i)                   /* Linux 5.3 accepts the loop as it is */
  //- end
    if (packet[i] == wanted) hash = mix(hash);
  return hash >> 32;
}
