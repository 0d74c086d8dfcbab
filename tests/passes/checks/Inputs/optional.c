// Programs that a loader may leave out (SEC("?...")): what only some of the target's kernels reject is a warning there. One macro each.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef CONTEXT_ACCESS
SEC("?tc") int program(struct __sk_buff *skb) { // 5.1
  skb->queue_mapping = 1;
  return 0;
}
#endif
#ifdef MAP_USE
struct {
  __uint(type, BPF_MAP_TYPE_XSKMAP);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u32);
} sockets SEC(".maps");
SEC("?xdp") int program(struct xdp_md *ctx) { // 5.3
  __u32 key = 0;
  return bpf_map_lookup_elem(&sockets, &key) ? XDP_PASS : XDP_DROP;
}
#endif
#ifdef RETURN_VALUE
SEC("?cgroup/bind4") int program(struct bpf_sock_addr *ctx) { return ctx->user_port == 80 ? 3 : 1; } // 5.12
#endif
#ifdef SPECIAL_FIELD
struct counter {
  struct bpf_spin_lock lock;
  __u64 count;
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct counter);
} counters SEC(".maps");
SEC("?lsm.s/file_open") int program(void *ctx) { // 6.6
  __u32 key = 0;
  struct counter *counter = bpf_map_lookup_elem(&counters, &key);
  return counter ? counter->count & 1 : 0;
}
#endif
#ifdef UNAVAILABLE_HELPER
SEC("?xdp") int program(struct xdp_md *ctx) { // 5.18
  __u64 bytes;
  return bpf_xdp_load_bytes(ctx, 0, &bytes, sizeof bytes);
}
#endif
#ifdef UNAVAILABLE_KFUNC
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;
SEC("?tc") int program(struct __sk_buff *skb) { // 6.2
  bpf_rcu_read_lock();
  bpf_rcu_read_unlock();
  return 0;
}
#endif
char license[] SEC("license") = "GPL";
