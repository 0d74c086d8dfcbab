// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
int table[64];
SEC("xdp") int program(struct xdp_md *ctx) {
  //- page
  __u32 index = ctx->rx_queue_index;
  if (index < 64)
    table[index] += 1;
  //- end
  return XDP_PASS;
}
char _license[] SEC("license") = "GPL";
