// Loops that have no constant bound for the compiler, and one for the kernel: no word about any, and they load.
// REQUIRES: bpf-load
// RUN: %bpfcc -Werror -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct rule {
  __u32 count, step;
  __u8 small;
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct rule);
} rules SEC(".maps");
const volatile __u32 fixed = 10;
#define READ                                                                                                           \
  __u32 zero = 0;                                                                                                      \
  struct rule *r = bpf_map_lookup_elem(&rules, &zero);                                                                 \
  if (!r)                                                                                                              \
  return 0
#define WORK bpf_get_prandom_u32()
// CHECK: read_only: loads
SEC("xdp") int read_only(struct xdp_md *ctx) {
  for (__u32 i = 0; i < fixed; ++i)
    WORK;
  return 0;
}
// CHECK: byte: loads
SEC("xdp") int byte(struct xdp_md *ctx) {
  READ;
  for (__u32 i = 0; i < r->small; ++i)
    WORK;
  return 0;
}
// CHECK: checked: loads
SEC("xdp") int checked(struct xdp_md *ctx) {
  READ;
  __u32 count = r->count;
  if (count > 100)
    return 0;
  for (__u32 i = 0; i < count; ++i)
    WORK;
  return 0;
}
// CHECK: inside: loads
SEC("xdp") int inside(struct xdp_md *ctx) {
  READ;
  for (__u32 i = 0; i < r->count; ++i) {
    WORK;
    if (i == 30)
      break;
  }
  return 0;
}
// CHECK: shifted: loads
SEC("xdp") int shifted(struct xdp_md *ctx) {
  READ;
  for (__u32 rest = r->count; rest; rest >>= 1)
    WORK;
  return 0;
}
// CHECK: steps: loads
SEC("xdp") int steps(struct xdp_md *ctx) {
  READ;
  for (__u32 offset = 20; offset < 60; offset += (r->step & 7) + 2)
    WORK;
  return 0;
}
static __attribute__((noinline)) int times(__u32 count) {
  int sum = 0;
  for (__u32 i = 0; i < count; ++i)
    sum += WORK;
  return sum;
}
// CHECK: argument: loads
SEC("xdp") int argument(struct xdp_md *ctx) { return times(20) + times(30); }
static int turn(__u32 index, void *context) { return 0; }
// CHECK: callback: loads
SEC("xdp") int callback(struct xdp_md *ctx) {
  READ;
  bpf_loop(r->count, turn, &zero, 0);
  return 0;
}
char license[] SEC("license") = "GPL";
