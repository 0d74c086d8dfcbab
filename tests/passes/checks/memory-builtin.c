// What cannot be code, told by what it is in the source. In parts of a constant length it loads.
// REQUIRES: bpf-load
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not="is not supported"
// RUN: %bpfcc -DREPAIRED -Werror -c %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct table {
  __u64 words[250];
  char name[1200];
  __u32 length;
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 2);
  __type(key, __u32);
  __type(value, struct table);
} tables SEC(".maps");
#ifdef REPAIRED
#define LENGTH 32
#define SIZE 1024
#else
#undef barrier
#define barrier()
#define LENGTH length
#define SIZE 1025
#endif
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 zero = 0, one = 1;
  struct table *to = bpf_map_lookup_elem(&tables, &zero), *from = bpf_map_lookup_elem(&tables, &one);
  if (!to || !from)
    return 0;
  __u32 length = from->length;
  char *name = __builtin_assume_aligned(to->name, 8);
  // CHECK: memory-builtin.c:[[@LINE+2]]:3: error: this copies 'length' bytes; there is no library to call, and only a constant length of up to 1024 bytes is inlined [-Wbpf-memory-builtin]
  // CHECK: note: copy all of it, with a constant length, or use bpf_probe_read_kernel()
  __builtin_memcpy(name, from->name, LENGTH);
  // CHECK: memory-builtin.c:[[@LINE+2]]:3: error: this sets 1025 bytes; there is no library to call
  // CHECK: note: set parts of at most 1024 bytes
  __builtin_memset(name, 1, SIZE);
  // CHECK: memory-builtin.c:[[@LINE+3]]:7: error: this memcmp compares 1025 bytes; there is no library to call
  // CHECK: note: compare parts of at most 1024 bytes
  // CHECK-NOT: C library
  if (__builtin_memcmp(name, from->name, SIZE) > 0)
    return 1;
#ifndef REPAIRED
  // CHECK: memory-builtin.c:[[@LINE+2]]:9: error: this assignment copies 3208 bytes; there is no library to call
  // CHECK: note: copy parts of at most 1024 bytes
  *to = *from;
#endif
  barrier();
  // CHECK: memory-builtin.c:[[@LINE+3]]:18: error: LLVM turns this loop into a memset of 2000 bytes; there is no library to call
  // CHECK: note: -fno-builtin-memset, or barrier() in its body, keeps it a loop
  for (int i = 0; i < 250; ++i) {
    to->words[i] = 0;
    barrier();
  }
  return XDP_PASS;
}
// CHECK: 5 errors generated
// LOADS: program: loads
char license[] SEC("license") = "GPL";
