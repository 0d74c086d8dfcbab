// Constants that become code are no finding, and the object has no relocation against .rodata.
// RUN: %bpfcc --kernel=5.1 -Werror -c %s -o %t.o
// RUN: llvm-readelf --relocs %t.o | FileCheck %s --implicit-check-not=.rodata
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct limits {
  int low;
  char name[12];
  long high[4];
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct limits);
} all SEC(".maps");
static const int table[] = {5, 6, 7, 8};
static const char words[] = "of the program";
SEC("xdp") int program(struct xdp_md *ctx) {
  char text[] = "a text that is longer than any register";
  struct limits own = {1, "eleven char", {2, 3, 4}};
  __u32 zero = 0;
  int sum = words[3];
  for (int i = 0; i < 4; ++i)
    sum += table[i];
  bpf_trace_printk(text, sizeof text);
  // CHECK: all
  bpf_map_update_elem(&all, &zero, &own, BPF_ANY);
  return sum;
}
char license[] SEC("license") = "GPL";
