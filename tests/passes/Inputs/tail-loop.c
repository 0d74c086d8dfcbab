// A program that jumps to one in an array of programs, which jumps to itself as often as the kernel lets it, 33 times.
#include "legacy.h"
#ifndef CALLER
#define CALLER "prog"
#endif
#ifndef CONTEXT
#define CONTEXT xdp_md
#endif
MAP(jumps, .type = BPF_MAP_TYPE_PROG_ARRAY, .id = 1, .size_key = 4, .size_value = 4, .max_elem = 1, .pinning = PIN_GLOBAL_NS);
MAP(turns, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = 4, .max_elem = 1, .pinning = PIN_GLOBAL_NS);
SEC("1/0") int again(struct CONTEXT *context) {
  __u32 zero = 0, *count = bpf_map_lookup_elem(&turns, &zero);
  if (!count)
    return 0;
  *count += 1;
  bpf_tail_call(context, &jumps, 0);
  return *count;
}
SEC(CALLER) int begin(struct CONTEXT *context) {
  bpf_tail_call(context, &jumps, 0);
  return 100;
}
