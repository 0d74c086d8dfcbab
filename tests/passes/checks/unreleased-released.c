// Programs that load, and that release in another way than with a call on every way out.
// REQUIRES: bpf-load
// RUN: %bpfcc -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s
// CHECK-NOT: rejected
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct value { struct bpf_spin_lock lock; __u64 number; };
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, struct value);
} table SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
struct event { __u32 first, second; };
SEC("xdp") int flag(struct xdp_md *ctx) {
  struct event *event = 0;
  int wanted = ctx->ingress_ifindex > 3;
  if (wanted) {
    event = bpf_ringbuf_reserve(&ring, sizeof *event, 0);
    if (!event)
      return 1;
    event->first = 1;
  }
  bpf_ktime_get_ns();
  if (wanted) {
    event->second = 2;
    bpf_ringbuf_submit(event, 0);
  }
  return 2;
}
SEC("xdp") int at_the_end(struct xdp_md *ctx) {
  int result = 1;
  struct event *event = bpf_ringbuf_reserve(&ring, sizeof *event, 0);
  if (!event)
    goto out;
  if (ctx->ingress_ifindex == 3)
    goto drop;
  event->first = event->second = 1;
  bpf_ringbuf_submit(event, 0);
  event = 0;
  result = 2;
  goto out;
drop:
  bpf_ringbuf_discard(event, 0);
  event = 0;
out:
  if (event)
    bpf_ringbuf_discard(event, 0);
  return result;
}
SEC("tc") int conditional_lock(struct __sk_buff *skb) {
  __u32 key = skb->ifindex;
  struct value *value = bpf_map_lookup_elem(&table, &key);
  if (!value)
    return 0;
  int locks = skb->len > 100;
  if (locks)
    bpf_spin_lock(&value->lock);
  value->number++;
  if (locks)
    bpf_spin_unlock(&value->lock);
  return 0;
}
static __attribute__((noinline)) void submit(struct event *event) {
  if (event)
    bpf_ringbuf_submit(event, 0);
}
SEC("xdp") int in_function(struct xdp_md *ctx) {
  struct event *event = bpf_ringbuf_reserve(&ring, sizeof *event, 0);
  if (event)
    event->first = event->second = 1;
  submit(event);
  return 2;
}
SEC("tc") int through_cast(struct __sk_buff *skb) {
  struct bpf_sock_tuple tuple = {};
  struct bpf_sock *sk = bpf_skc_lookup_tcp(skb, &tuple, sizeof tuple.ipv4, BPF_F_CURRENT_NETNS, 0);
  struct bpf_tcp_sock *tcp;
  if (!sk)
    return 0;
  tcp = bpf_tcp_sock(sk);
  if (tcp && tcp->snd_cwnd > 3) {
    bpf_sk_release((struct bpf_sock *)tcp);
    return 1;
  }
  bpf_sk_release(sk);
  return 2;
}
char license[] SEC("license") = "GPL";
// CHECK: loads
// CHECK-NOT: rejected
