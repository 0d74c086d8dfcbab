// iproute2's old loader knows no other maps than those in section maps.
// RUN: not %bpfcc --loader=iproute2-legacy -Wno-bpf-global-variable -Wno-bpf-function-call %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u64);
  // CHECK: legacy-maps-old-loader.c:[[@LINE+1]]:{{.*}} error: 'counts' is defined in '.maps', which iproute2-legacy does not read [-Wbpf-map-definition]
} counts SEC(".maps");
SEC("classifier") int program(void *context) {
  __u32 key = 0;
  return !bpf_map_lookup_elem(&counts, &key);
}
// CHECK: note: define it as a struct bpf_elf_map in section 'maps'
