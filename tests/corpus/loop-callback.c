// bpf_loop() with a callback whose address is taken, and a loop that stays one.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct search {
  __u64 wanted;
  int found;
};

static long compare(__u32 index, void *argument) {
  struct search *search = argument;
  if (bpf_get_prandom_u32() % 97 != search->wanted)
    return 0;
  search->found = index;
  return 1;
}

SEC("xdp") int look(struct xdp_md *context) {
  struct search search = {.wanted = context->rx_queue_index % 97, .found = -1};
  bpf_loop(1000, compare, &search, 0);
  __u32 bits = 0;
  for (int i = 0; i < 100; ++i)
    bits += bpf_get_prandom_u32() & 1;
  return search.found >= 0 && bits > 50 ? XDP_PASS : XDP_DROP;
}

char License[] SEC("license") = "GPL";
