// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
SEC("xdp") int program(struct xdp_md *ctx)
{
  return ctx->rx_queue_index / (int)(sizeof(struct xdp_md) / 128);
}
//- end
char _license[] SEC("license") = "GPL";
