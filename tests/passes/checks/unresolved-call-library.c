// There is no C library, whatever is linked: a call of it is an error, with what to use instead. A memcmp that is
// code is none; memory-builtin looks at those.
// REQUIRES: bpf-load
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DSIZE=1024 -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef SIZE
#define SIZE 1025
unsigned long strlen(const char *text);
#else
#define strlen(text) 1
#endif
struct pair {
  char left[1200], right[1200];
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct pair);
} pairs SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 zero = 0;
  struct pair *p = bpf_map_lookup_elem(&pairs, &zero);
  if (!p)
    return 0;
  if (__builtin_memcmp(p->left, p->right, SIZE) > 0)
    return 1;
  // CHECK: unresolved-call-library.c:[[@LINE+2]]:{{[0-9]+}}: error: 'strlen' is a C library function
  // CHECK: note: write a bounded loop
  return strlen(p->left);
}
// LOADS: program: loads
