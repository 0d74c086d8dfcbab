// Values of maps and struct_ops the loader fills in; a table that is read at constant places is code; what no program reads harms
// nobody.
// RUN: %bpfcc -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
int one(struct xdp_md *ctx);
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __array(values, int(struct xdp_md *));
} stages SEC(".maps") = {.values = {&one}};
struct operations {
  int (*init)(struct xdp_md *);
};
static int init(struct xdp_md *ctx) { return 0; }
SEC(".struct_ops") struct operations own = {init};
static const char *const names[] = {"tcp", "udp"};
const char *for_user_space = "text";
SEC("xdp") int one(struct xdp_md *ctx) { return names[1][0]; }
SEC("xdp") int program(struct xdp_md *ctx) {
  bpf_tail_call(ctx, &stages, 0);
  return XDP_PASS;
}
