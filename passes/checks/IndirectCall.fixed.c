// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
static __noinline int drop(struct xdp_md *ctx) { return ctx->ingress_ifindex ? XDP_DROP : XDP_ABORTED; }
static __noinline int pass(struct xdp_md *ctx) { return ctx->ingress_ifindex ? XDP_PASS : XDP_ABORTED; }
SEC("xdp") int program(struct xdp_md *ctx) {
  //- page
  switch (ctx->rx_queue_index & 1) {
  case 0:
    return drop(ctx);
  default:
    return pass(ctx);
  }
  //- end
}
char _license[] SEC("license") = "GPL";
