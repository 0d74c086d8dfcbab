// The section has a spelling that no loader knows.
// check: section-name
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

SEC(BAD_OR_FIXED("XDP", "xdp")) int program(struct xdp_md *ctx) {
  return XDP_PASS;
}
char license[] SEC("license") = "GPL";
