// Which frames are allowed: IPv4, IPv6 and ARP. A BPF object has no library to link with, so code that programs share
// lies in a header, as inline functions. The function takes two pointers, not the context: each program type has a
// context of its own.
#pragma once
#include <bpf/bpf_endian.h>
#include <linux/if_ether.h>

static inline int allowed(const void *data, const void *data_end) {
  const struct ethhdr *ethernet = data;

  if ((const void *)(ethernet + 1) > data_end)
    return 0;
  switch (ethernet->h_proto) {
  case bpf_htons(ETH_P_IP):
  case bpf_htons(ETH_P_IPV6):
  case bpf_htons(ETH_P_ARP):
    return 1;
  default:
    return 0;
  }
}
