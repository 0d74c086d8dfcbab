// The map of a tail call is no PROG_ARRAY.
// check: map-use
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
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1024);
  __type(key, __u32);
  __type(value, __u32);
} programs SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 8);
  __type(key, __u32);
  __type(value, __u32);
} jumps SEC(".maps");

SEC("tc") int program(struct __sk_buff *skb) {
  bpf_tail_call(skb, BAD_OR_FIXED(&programs, &jumps), 1);
  return TC_ACT_OK;
}
char license[] SEC("license") = "GPL";
