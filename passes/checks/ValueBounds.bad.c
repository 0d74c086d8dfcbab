// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
int table[64];
SEC("xdp") int program(struct xdp_md *ctx) {
  //- page
  table[ctx->rx_queue_index] += 1;
  //- end
  return XDP_PASS;
}
char _license[] SEC("license") = "GPL";
