// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
static const char *const names[] = {"tcp", "udp"};
//- end
SEC("xdp") int program(struct xdp_md *ctx) {
  //- page
  char first = names[ctx->ingress_ifindex & 1][0];
  //- end
  return first == 't' ? XDP_DROP : XDP_PASS;
}
