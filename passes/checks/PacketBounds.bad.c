// bpfcc
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int program(struct xdp_md *ctx) {
  //- page
  void *data = (void *)(long)ctx->data, *data_end = (void *)(long)ctx->data_end;
  struct ethhdr *eth = data;
  struct iphdr *ip = data + sizeof *eth;
  if (data + sizeof *eth > data_end)
    return XDP_PASS;
  return ip->protocol == IPPROTO_ICMP ? XDP_DROP : XDP_PASS;
  //- end
}
char _license[] SEC("license") = "GPL";
