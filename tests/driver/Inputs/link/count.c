// Half of a program: the map, the program, and a call into the other half.
#include "link.h"

struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, int);
  __type(value, struct sample);
} samples SEC(".maps");

int factor = 3;

SEC("xdp") int count(struct xdp_md *ctx) {
  int key = 0;
  struct sample *found = bpf_map_lookup_elem(&samples, &key);
  if (!found)
    return XDP_ABORTED;
  found->packets++;
  return scaled(found->packets);
}

char _license[] SEC("license") = "GPL";
