// A program whose object shows what an option changes: constants, variables, a switch, a function, a copy, narrow types.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
enum kind { FIRST, SECOND, THIRD };
struct flow { __u8 kind : 3, rest : 5; char name[7]; __u64 packets; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, struct flow);
} flows SEC(".maps");
int limit, packets = 1;
const volatile enum kind chosen = SECOND;
static __attribute__((noinline)) int weigh(const struct flow *flow, int more) {
  switch (flow->kind) {
  case 0: return more + 3;
  case 1: return more * 7;
  case 2: return more / 5u;
  case 3: return more - limit;
  case 4: return more ^ packets;
  default: return flow->name[more & 3] < 0;
  }
}
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 key = ctx->ingress_ifindex;
  struct flow copy = {}, *flow = bpf_map_lookup_elem(&flows, &key);
  if (!flow)
    return XDP_PASS;
  __builtin_memcpy(&copy, flow, sizeof copy);
  for (int i = 0; i < 7; i++)
    copy.packets += copy.name[i] + (chosen == THIRD);
  flow->packets = copy.packets + weigh(flow, (int)key + 1);
  return weigh(flow, 2) > 0 ? XDP_DROP : XDP_PASS;
}
char license[] SEC("license") = "GPL";
