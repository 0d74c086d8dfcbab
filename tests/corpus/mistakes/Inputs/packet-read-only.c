// A cgroup program writes to the packet.
// check: read-only
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

SEC(BAD_OR_FIXED("cgroup_skb/egress", "tc")) int program(struct __sk_buff *skb) {
  __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + 20 > end)
    return 1;
  data[8] = 64;
  return 1;
}
char license[] SEC("license") = "GPL";
