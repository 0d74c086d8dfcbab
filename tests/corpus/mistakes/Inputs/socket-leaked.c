// A socket is not released.
// check: unreleased
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
  struct bpf_sock_tuple tuple = {};
  struct bpf_sock *sk = bpf_sk_lookup_tcp(skb, &tuple, sizeof tuple.ipv4, BPF_F_CURRENT_NETNS, 0);
  if (!sk)
    return TC_ACT_OK;
  int state = sk->state;
  BAD_OR_FIXED(, bpf_sk_release(sk));
  return state == 1 ? TC_ACT_OK : TC_ACT_SHOT;
}
char license[] SEC("license") = "GPL";
