// bpfcc
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>
SEC("tc") int program(struct __sk_buff *skb) {
  __u16 port = 53;
  __u32 offset = ETH_HLEN + sizeof(struct iphdr);
  struct iphdr *ip;
  //- page
  bpf_skb_store_bytes(skb, offset, &port, sizeof port, 0);
  ip = (void *)(long)skb->data + ETH_HLEN;
  if ((void *)(ip + 1) > (void *)(long)skb->data_end) return TC_ACT_OK;
  return ip->protocol;
  //- end
}
