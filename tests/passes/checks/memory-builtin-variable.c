// A length that is not a variable of the program is described.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct table {
  __u32 length;
  char name[64];
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct table);
} tables SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 zero = 0;
  struct table *t = bpf_map_lookup_elem(&tables, &zero);
  if (!t)
    return 0;
  // CHECK: [[@LINE+1]]:3: error: this sets a number of bytes given by the return value of bpf_get_prandom_u32(); there is no library to call
  __builtin_memset(t->name, 1, bpf_get_prandom_u32());
  // CHECK: [[@LINE+1]]:3: error: this sets a number of bytes given by 'length' of 't'; there is no library to call
  __builtin_memset(t->name, 2, t->length);
  return XDP_PASS;
}
