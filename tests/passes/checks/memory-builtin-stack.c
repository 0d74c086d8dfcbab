// Where the stack is cleared code generation aligns it as it likes; what it copies there it has to put together of bytes.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, char[64]);
} texts SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  __u32 zero = 0;
  char cleared[64] = {}, copy[64], given[64] = "sixteen letters, and sixteen more of them";
  char *text = bpf_map_lookup_elem(&texts, &zero);
  if (!text)
    return 0;
  // CHECK: memory-builtin-stack.c:[[@LINE+1]]:3: warning: this copies 64 bytes byte by byte, in at least 184 instructions; aligned to 8 bytes it takes 16
  __builtin_memcpy(copy, text, sizeof copy);
  bpf_map_update_elem(&texts, &zero, copy, 0);
  bpf_map_update_elem(&texts, &zero, cleared, 0);
  bpf_map_update_elem(&texts, &zero, given, 0);
  return XDP_PASS;
}
// CHECK: 1 warning generated
