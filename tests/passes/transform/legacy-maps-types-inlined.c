// Types come from the uses of an inner map of functions that were inlined, too.
// RUN: %bpfcc -Werror -I%S/../Inputs %s -o %t.o && %bpfbtf dump --format=json %t.o | map-definitions | FileCheck %s
// CHECK: flows: type=1 max_entries=8 key=flow value=counts{{$}}
#include "legacy.h"
struct flow {
  __u32 address, port;
};
struct counts {
  __u64 packets, bytes;
};
MAP(flows, .type = BPF_MAP_TYPE_HASH, .size_key = 8, .size_value = 16, .max_elem = 8);
static void *find(void *map, const void *key) { return bpf_map_lookup_elem(map, key); }
SEC("xdp") int program(struct xdp_md *context) {
  struct flow key = {context->ingress_ifindex, 2};
  struct counts *found = find(&flows, &key);
  if (found)
    found->packets++;
  return XDP_PASS;
}
