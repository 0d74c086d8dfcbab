// From Linux 6.13 on the functions of a tracing program have a stack each; before, and in other programs, they share one.
// RUN: %bpfcc -Wno-bpf-unavailable-helper --kernel=6.13 -Werror -DSECTION='"kprobe/any"' -c %s -o %t.o
// RUN: not %bpfcc -Wno-bpf-unavailable-helper --kernel=6.12 -DSECTION='"kprobe/any"' -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -Wno-bpf-unavailable-helper --kernel=6.13 -DSECTION='"tc"' -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -Wno-bpf-unavailable-helper --kernel=6.13 -DSECTION='"raw_tp.w/any"' -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -Wno-bpf-unavailable-helper --kernel=6.13 -DSECTION='"lsm/file_open"' -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -Wno-bpf-unavailable-helper --kernel=6.13 -DSECTION='"iter/task"' -c %s -o %t.o 2>&1 | FileCheck %s
// With a tail call they share one again.
// RUN: not %bpfcc -Wno-bpf-unavailable-helper --kernel=6.13 -DTAIL_CALL -DSECTION='"kprobe/any"' -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u32);
} jumps SEC(".maps");
static __attribute__((noinline)) int inner(long first) {
  char name[320] = {};
  name[0] = first;
  bpf_get_current_comm(name, sizeof name);
  return name[5];
}
SEC(SECTION) int program(void *ctx) {
  char text[320] = {};
  bpf_get_current_comm(text, sizeof text);
#ifdef TAIL_CALL
  bpf_tail_call(ctx, &jumps, 0);
#endif
  // CHECK: error: calling 'inner' needs 640 bytes of stack in 'program'
  return inner(text[0]) + text[1];
}
