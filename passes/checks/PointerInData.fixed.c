// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
static const char names[][4] = {"tcp", "udp"};
//- end
SEC("xdp") int program(struct xdp_md *ctx) {
  char first = names[ctx->ingress_ifindex & 1][0];
  return first == 't' ? XDP_DROP : XDP_PASS;
}
