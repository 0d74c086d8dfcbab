// A program of a severity that no other test has alone. One macro each.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef ARGUMENT_SIZE
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
SEC("tc") int program(struct __sk_buff *skb) {
  char *event = bpf_ringbuf_reserve(&ring, 16, 0);
  if (!event)
    return 0;
  bpf_skb_load_bytes(skb, 0, event, 32);
  bpf_ringbuf_submit(event, 0);
  return 0;
}
#endif
#ifdef KERNEL_POINTER
struct enter {
  __u64 unused;
  long number;
  unsigned long args[6];
};
SEC("tp/syscalls/sys_enter_openat") int program(struct enter *ctx) {
  char name[16] = {};
  bpf_probe_read_kernel_str(name, sizeof name, (void *)ctx->args[1]);
  return name[0];
}
#endif
#ifdef UNREACHABLE
SEC("xdp") int program(struct xdp_md *ctx) { __builtin_unreachable(); }
#endif
#ifdef UNSET_RESULT
static int shift(int by) { return 1 << by; }
SEC("xdp") int program(struct xdp_md *ctx) {
  bpf_ktime_get_ns();
  return shift(40);
}
#endif
char license[] SEC("license") = "GPL";
