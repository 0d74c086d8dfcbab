// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
struct rule { int low, high; };
__noinline int matches(int port, const struct rule *rule)
{
  return port >= rule->low && port <= rule->high;
}
//- end
SEC("xdp") int program(struct xdp_md *ctx) {
  struct rule rule = {1, ctx->ingress_ifindex};
  return matches(ctx->rx_queue_index, &rule);
}
char _license[] SEC("license") = "GPL";
