// The lock is a variable on the stack.
// check: argument-kind
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
struct counter { struct bpf_spin_lock lock; __u64 packets, bytes; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1024);
  __type(key, __u32);
  __type(value, struct counter);
} counters SEC(".maps");

SEC("tc") int program(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  struct bpf_spin_lock lock = {};
  struct counter *counter = bpf_map_lookup_elem(&counters, &key);
  if (!counter)
    return TC_ACT_OK;
  bpf_spin_lock(BAD_OR_FIXED(&lock, &counter->lock));
  counter->packets++;
  bpf_spin_unlock(BAD_OR_FIXED(&lock, &counter->lock));
  return TC_ACT_OK;
}
char license[] SEC("license") = "GPL";
