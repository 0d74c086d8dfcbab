// The running kernel gives tracing programs without a tail call a stack for each function, and no others: as stack-size has it.
// REQUIRES: bpf-load
// RUN: %bpfcc -DFUNCTION -Wno-bpf-stack-size -c %s -o %t.o
// RUN: sh -c 'kernel-says "$1" | sed -n "s/: rejected.*combined stack.*//p"' sh %t.o > %t.rejected
// RUN: not %bpfcc -c %s -o %t.o 2> %t.said
// RUN: sh -c 'sed -n "s/.*error: calling .inner. needs .* bytes of stack in .\(.*\).; .*/\1/p" "$1"' sh %t.said | diff - %t.rejected
// RUN: FileCheck %s < %t.rejected
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u32);
} jumps SEC(".maps"), others SEC(".maps");
static __attribute__((noinline)) int inner(void) {
  char name[320];
  bpf_get_current_comm(name, sizeof name);
  return name[5];
}
#define PROGRAM(section, name, map)                                                                                    \
  SEC(section) int name(void *context) {                                                                               \
    char text[320];                                                                                                    \
    bpf_get_current_comm(text, sizeof text);                                                                           \
    if (map)                                                                                                           \
      bpf_tail_call(context, map, 0);                                                                                  \
    return (inner() + text[3]) & 0;                                                                                    \
  }
PROGRAM("kprobe/do_nanosleep", at_kprobe, 0)
PROGRAM("kprobe/do_nanosleep", kprobe_tail, &jumps)
PROGRAM("tracepoint/sched/sched_switch", at_tracepoint, 0)
PROGRAM("raw_tp/sched_switch", raw, 0)
PROGRAM("raw_tp.w/sched_switch", raw_writable, 0)
PROGRAM("xdp", xdp, 0)
char license[] SEC("license") = "GPL";
// CHECK: xdp
