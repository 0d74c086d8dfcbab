// The comparison is one byte short.
// check: packet-bounds
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif

SEC("tc") int program(struct __sk_buff *skb) {
  __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + BAD_OR_FIXED(33, 34) > end)
    return TC_ACT_OK;
  return data[33] == 1 ? TC_ACT_SHOT : TC_ACT_OK;
}
char license[] SEC("license") = "GPL";
