// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static __noinline int drop(struct xdp_md *ctx) { return ctx->ingress_ifindex ? XDP_DROP : XDP_ABORTED; }
static __noinline int pass(struct xdp_md *ctx) { return ctx->ingress_ifindex ? XDP_PASS : XDP_ABORTED; }
SEC("xdp") int program(struct xdp_md *ctx) {
  //- page
  static int (*const handlers[])(struct xdp_md *) = {drop, pass};
  return handlers[ctx->rx_queue_index & 1](ctx);
  //- end
}
char _license[] SEC("license") = "GPL";
