// A function is called through a pointer.
// check: indirect-call
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

static __attribute__((noinline)) int even(int n) { return !(n & 1); }
static __attribute__((noinline)) int odd(int n) { return n & 1; }
SEC("xdp") int program(struct xdp_md *ctx) {
  int queue = ctx->rx_queue_index;
#ifdef FIXED
  return ctx->ingress_ifindex ? even(queue) : odd(queue);
#else
  int (*judge)(int) = ctx->ingress_ifindex ? even : odd;
  return judge(queue);
#endif
}
char license[] SEC("license") = "GPL";
