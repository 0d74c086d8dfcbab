// Programs that load, and that test the pointer in another way than with a branch on it before its use.
// REQUIRES: bpf-load
// RUN: %bpfcc -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, __u64);
} table SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 16);
  __type(key, __u32);
  __type(value, __u64);
} array SEC(".maps");
// CHECK-NOT: rejected
SEC("xdp") int flag(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  int found = count != 0, result = key & 1 ? 2 : 1;
  bpf_ktime_get_ns();
  if (found)
    *count += result;
  return result;
}
static __attribute__((noinline)) int is_found(__u64 *count) { return count != 0; }
SEC("xdp") int in_function(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  if (!is_found(count))
    return 1;
  *count = 1;
  return 2;
}
SEC("xdp") int again(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key), zero = 0;
  if (!count) {
    bpf_map_update_elem(&table, &key, &zero, BPF_NOEXIST);
    count = bpf_map_lookup_elem(&table, &key);
    if (!count)
      return 1;
  }
  *count += 1;
  return 2;
}
SEC("xdp") int search(struct xdp_md *ctx) {
  __u64 *count = 0;
  for (__u32 i = 0; i < 8; i++) {
    __u32 key = i;
    count = bpf_map_lookup_elem(&table, &key);
    if (count)
      break;
  }
  if (!count)
    return 1;
  *count += 1;
  return 2;
}
// The verifier knows that no machine has as many.
SEC("xdp") int never(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  if (bpf_get_smp_processor_id() > 100000)
    *count = 1;
  return 2;
}
const volatile int is_on = 0;
SEC("xdp") int turned_off(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  if (is_on)
    *count = 1;
  return 2;
}
// One of the two conditions excludes the other.
SEC("xdp") int excluded(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  __u32 number = ctx->ingress_ifindex;
  if (number < 10)
    return 1;
  bpf_ktime_get_ns();
  if (number == 3)
    *count = 1;
  return 2;
}
// Kernels from 6.14 on know that the array has this element.
SEC("xdp") int known(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index, first = 1;
  __u64 *count = bpf_map_lookup_elem(&table, &key);
  if (!bpf_map_lookup_elem(&array, &first))
    *count = 1;
  return 2;
}
struct state { __u64 *count; };
static long step(__u32 index, struct state *state) {
  if (!state->count)
    return 1;
  *state->count += 1;
  return 0;
}
SEC("xdp") int in_callback(struct xdp_md *ctx) {
  __u32 key = ctx->rx_queue_index;
  struct state state = {bpf_map_lookup_elem(&table, &key)};
  bpf_loop(4, step, &state, 0);
  return 2;
}
char license[] SEC("license") = "GPL";
// CHECK: loads
// CHECK-NOT: rejected
