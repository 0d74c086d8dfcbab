// Both functions keep values in all of the registers that survive a call. As one function they no longer fit: the spilled
// ones and the buffer together exceed the stack, LLVM rejects them. As two functions they load, so with bpfcc they must.
// REQUIRES: bpf-load
// RUN: not %bpfcc --inline=auto -DWANTED=always_inline -c %s -o %t.inlined.o 2>&1 | FileCheck --check-prefix=REJECTED %s
// RUN: %bpfcc --inline=always -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: kernel-takes %t.o
// REJECTED: error: {{.*}}stack
// CHECK-NOT: {{error|warning}}:
// CHECK: remark: the result of --inline=always would not load: the stack frame of 'collect' has {{5[1-9][0-9]}} bytes; compiling again with --inline=auto
// CHECK-NOT: {{error|warning|remark}}:
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#ifdef WANTED
#define SUBPROGRAM static __attribute__((WANTED))
#else
#define SUBPROGRAM static
#endif

volatile __u64 seen[16];

SUBPROGRAM int name_of_task(int index) {
  char name[496];
  __u64 first = bpf_ktime_get_ns(), second = bpf_ktime_get_ns(), third = bpf_ktime_get_ns();
  if (bpf_get_current_comm(name, sizeof name))
    return 0;
  seen[0] = first, seen[1] = second, seen[2] = third;
#pragma unroll
  for (int i = 3; i != 16; ++i)
    seen[i] = bpf_get_prandom_u32() ^ bpf_jiffies64();
  return name[index & 15];
}

SEC("tracepoint/sched/sched_switch") int collect(void *context) {
  __u64 first = bpf_get_current_pid_tgid(), second = bpf_get_current_uid_gid();
  int letters = name_of_task(0);
  letters += name_of_task(second);
  letters += name_of_task(letters);
  seen[0] = first, seen[1] = second;
  return letters & 1;
}

char License[] SEC("license") = "GPL";
