// Two levels of functions that several programs call: the object has LLVM's size, give or take 10 %, where inlining all of it
// makes it many times as large.
// RUN: %bpfcc -mcpu=v3 %s -o %t.o && llvm-objdump -d --no-show-raw-insn %t.o | grep -c '^ *[0-9]*:' > %t.bounded
// RUN: %bpfcc -mcpu=v3 --inline=auto %s -o %t.o && llvm-objdump -d --no-show-raw-insn %t.o | grep -c '^ *[0-9]*:' > %t.auto
// RUN: %bpfcc -mcpu=v3 --inline=always %s -o %t.o && llvm-objdump -d --no-show-raw-insn %t.o | grep -c '^ *[0-9]*:' > %t.always
// RUN: sh -c 'test $(($(cat "$1.bounded") * 10)) -le $(($(cat "$1.auto") * 11))' sh %t
// RUN: sh -c 'test $(cat "$1.always") -gt $(($(cat "$1.auto") * 8))' sh %t
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 64);
  __type(key, __u32);
  __type(value, __u64);
} counts SEC(".maps");

static int count(__u32 key) {
  __u64 *value = bpf_map_lookup_elem(&counts, &key), now = bpf_ktime_get_ns();
  if (!value)
    return 0;
  for (int i = 0; i < 8; i++) {
    *value = *value * 31 + (now >> i) % 7;
    if (*value % 3 == 1)
      bpf_map_update_elem(&counts, &key, &now, 0);
  }
  return *value & 1;
}
static int several(__u32 key) {
  return count(key) + count(key + 1) + count(key + 2) + count(key + 3) + count(key + 4) + count(key + 5);
}
#define PROGRAM(Number)                                                                                                \
  SEC("xdp") int program##Number(struct xdp_md *context) {                                                             \
    return several(Number) + several(Number + 1) + several(Number + 2) > 4 ? XDP_DROP : XDP_PASS;                      \
  }
PROGRAM(1) PROGRAM(2) PROGRAM(3) PROGRAM(4) PROGRAM(5) PROGRAM(6)
char _license[] SEC("license") = "GPL";
