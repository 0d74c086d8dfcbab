// XDP that reads headers: bounds checks, byte order, one size of access after the other.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/udp.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

static int port_of(struct iphdr *ip, void *end) {
  struct udphdr *udp = (void *)ip + ip->ihl * 4;
  if ((void *)(udp + 1) > end)
    return -1;
  return bpf_ntohs(udp->dest);
}

SEC("xdp") int filter(struct xdp_md *context) {
  void *data = (void *)(long)context->data, *end = (void *)(long)context->data_end;
  struct ethhdr *ethernet = data;
  struct iphdr *ip = data + sizeof *ethernet;
  if ((void *)(ip + 1) > end || ethernet->h_proto != bpf_htons(ETH_P_IP) || ip->protocol != IPPROTO_UDP)
    return XDP_PASS;
  return port_of(ip, end) == 53 ? XDP_DROP : XDP_PASS;
}

char License[] SEC("license") = "GPL";
