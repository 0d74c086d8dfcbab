// bpfcc
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int program(struct xdp_md *ctx) {
  void *end = (void *)(long)ctx->data_end;
  //- page
  struct ethhdr *ethernet = (void *)(long)ctx->data;
  if ((void *)(ethernet + sizeof(struct ethhdr)) > end)
    return XDP_PASS;
  //- end
  return ethernet->h_proto ? XDP_PASS : XDP_DROP;
}
char _license[] SEC("license") = "GPL";
