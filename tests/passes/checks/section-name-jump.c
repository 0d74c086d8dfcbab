// The programs of a program array have to be in the section that is attached, or iproute2 does not load them: behind the first
// that is no finding. In front of it the wrong program would be attached; clang writes what a map names where the map stands.
// RUN: %bpfcc -Werror --loader=iproute2 %s -o %t.o && llvm-readelf -s %t.o | FileCheck %s --check-prefix=FIRST
// RUN: %bpfcc -DBEHIND --loader=iproute2 %s -o %t.o 2>&1 | FileCheck %s
// RUN: llvm-readelf -s %t.o | FileCheck %s --check-prefix=LAST
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
int next(struct __sk_buff *skb);
int entry(struct __sk_buff *skb);
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 2);
  __type(key, __u32);
  __array(values, int(void *));
} stages SEC(".maps") = {.values = {
#ifndef BEHIND
                                        (void *)&entry,
#endif
                                        (void *)&next}};
// CHECK: section-name-jump.c:[[@LINE+1]]:1: warning: 'entry' follows 'next' in section 'tc'
SEC("tc") int entry(struct __sk_buff *skb) {
  bpf_tail_call(skb, &stages, 0);
  return 0;
}
SEC("tc") int next(struct __sk_buff *skb) { return 1; }
// FIRST-DAG: 0000000000000000 {{.*}} entry
// LAST-DAG: 0000000000000000 {{.*}} next
