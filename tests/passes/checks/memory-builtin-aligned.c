// 64 bytes and more that are copied byte by byte, with both counts: at least as many instructions are in the object.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: llvm-objdump -d --no-show-raw-insn %t.o | FileCheck %s --check-prefix=BYTES
// RUN: %bpfcc -DREPAIRED -Werror -c %s -o %t.o
// RUN: llvm-objdump -d --no-show-raw-insn %t.o | FileCheck %s --check-prefix=WORDS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef REPAIRED
#define ALIGNED __attribute__((aligned(8)))
#else
#define ALIGNED
#endif
struct rule {
  char name[64] ALIGNED;
  char other[63];
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 2);
  __type(key, __u32);
  __type(value, struct rule);
} rules SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 zero = 0, one = 1;
  struct rule *to = bpf_map_lookup_elem(&rules, &zero), *from = bpf_map_lookup_elem(&rules, &one);
  if (!to || !from)
    return 0;
  // CHECK: memory-builtin-aligned.c:[[@LINE+2]]:3: warning: this copies 64 bytes byte by byte, in at least 128 instructions; aligned to 8 bytes it takes 16 [-Wbpf-memory-builtin]
  // CHECK: note: align both sides with
  __builtin_memcpy(to->name, from->name, sizeof to->name);
  // Less than 64 bytes are not worth a word.
  __builtin_memset(to->other, 0, sizeof to->other);
  return XDP_PASS;
}
// CHECK: 1 warning generated
// BYTES-COUNT-64: = *(u8 *)
// BYTES-NOT: = *(u64 *)
// WORDS-COUNT-8: = *(u64 *)
