// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
SEC("xdp") int program(struct xdp_md *ctx)
{
  return ctx->data_end - ctx->data > 1500 ? XDP_DROP : XDP_PASS;
}
//- end
char _license[] SEC("license") = "GPL";
