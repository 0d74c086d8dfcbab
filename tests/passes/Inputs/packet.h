// What the tests of packet pointers begin with.
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <bpf/bpf_helpers.h>

/// Leaves `ip` at the IP header, or returns where the packet has none.
#define READ_IP(skb)                                                                                                   \
  void *data = (void *)(long)skb->data;                                                                                \
  void *end = (void *)(long)skb->data_end;                                                                             \
  struct iphdr *ip = data + ETH_HLEN;                                                                                  \
  if ((void *)(ip + 1) > end)                                                                                          \
    return 0;
