// bpfcc --kernel=6.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int first(void *ctx) { return XDP_DROP; }
//- page
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 4);
  __type(key, __u32);
  __array(values, int (void *));
} stages SEC(".maps") = { .values = {[0] = &first} };
//- end
SEC("xdp") int entry(struct xdp_md *ctx) {
  bpf_tail_call(ctx, &stages, 0);
  return XDP_PASS;
}
