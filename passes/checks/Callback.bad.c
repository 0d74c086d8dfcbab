// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
struct sum { __u64 all; };
static long add(struct sum *sum, __u32 index)
{
  sum->all += index;
  return 0;
}
//- end
SEC("xdp") int program(struct xdp_md *ctx) {
  struct sum sum = {};
  bpf_loop(4, add, &sum, 0);
  return sum.all;
}
char _license[] SEC("license") = "GPL";
