// The checks know the size of a map's keys and values from its old definition too.
// RUN: %bpfcc -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -DREPAIRED -I%S/../Inputs %s -o %t.o
#include "legacy.h"
struct value {
  __u32 count;
  __u64 when;
};
MAP(values, .type = BPF_MAP_TYPE_ARRAY, .size_key = 4, .size_value = sizeof(struct value), .max_elem = 1);
SEC("xdp") int program(void *context) {
#ifdef REPAIRED
  struct value v = {};
#else
  struct value v;
#endif
  __u32 zero = 0;
  v.count = 7;
  v.when = bpf_ktime_get_ns();
  // CHECK: legacy-maps-padding.c:[[@LINE+1]]:{{.*}} warning: bpf_map_update_elem() reads 4 bytes after 'count' of 'v' that are never initialized [-Wbpf-padding]
  return bpf_map_update_elem(&values, &zero, &v, BPF_ANY);
}
