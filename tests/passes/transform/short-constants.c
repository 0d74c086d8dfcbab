// A positive number of 32 bits is moved with one instruction, where there are 32-bit registers.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-short-constants %s -o %t.off.o && llvm-objdump -d %t.off.o | FileCheck %s --check-prefix=LONG
// RUN: %bpfcc -mcpu=v2 %s -o %t.v2.o && llvm-objdump -d %t.v2.o | FileCheck %s --check-prefix=LONG
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: llvm-objdump -d %t.o | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=SAYS
// LONG: r3 = 0xffffffff ll
// REMARK: short-constants.c:{{[0-9]+}}:{{[0-9]+}}: remark: a constant is loaded with one instruction [bpf-short-constants]
// CHECK-LABEL: <added>:
// CHECK: w[[#NUMBER:]] = -0x80000000
// CHECK: r{{[0-9]}} += r[[#NUMBER]]
// CHECK-LABEL: <larger>:
// CHECK: = 0x100000000 ll
// CHECK-LABEL: <current>:
// CHECK: w3 = -0x1
// SAYS: current: loads
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
  __uint(max_entries, 4);
  __type(key, __u32);
  __type(value, __u32);
} events SEC(".maps");
SEC("tc") int current(struct __sk_buff *skb) {
  __u64 event = skb->len;
  return bpf_perf_event_output(skb, &events, BPF_F_CURRENT_CPU, &event, sizeof(event));
}
__u64 added(__u64 x) { return x + 0x80000000; }
__u64 larger(__u64 x) { return x + 0x100000000; }
char _license[] SEC("license") = "GPL";
