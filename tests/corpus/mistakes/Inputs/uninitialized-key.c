// Bytes of the key are not initialized.
// check: padding
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
struct key { __u32 address; __u16 port; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1024);
  __type(key, struct key);
  __type(value, __u64);
} flows SEC(".maps");

SEC("tc") int program(struct __sk_buff *skb) {
  struct key key BAD_OR_FIXED(, = {});
  BAD_OR_FIXED(, __builtin_memset(&key, 0, sizeof key));
  key.address = skb->ifindex;
  key.port = 7;
  __u64 *count = bpf_map_lookup_elem(&flows, &key);
  if (count)
    *count += 1;
  return TC_ACT_OK;
}
char license[] SEC("license") = "GPL";
