// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
extern int limit_of(__u32 address);

SEC("xdp") int program(struct xdp_md *ctx) {
  return limit_of(ctx->ingress_ifindex) ? XDP_DROP : XDP_PASS;
//- end
}
