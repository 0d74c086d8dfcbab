// The checks know the type too, also where the section keeps its name.
// RUN: %bpfcc -Werror -Wno-bpf-section-name %s -o %t.o
// RUN: not %bpfcc --program-type=mine:classifier %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc --program-type=mine:SCHED_CLS --loader=iproute2 %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("mine") int program(struct __sk_buff *skb) {
  unsigned char *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + 1 > end)
    return 0;
  bpf_skb_pull_data(skb, 20);
  // CHECK: program-type-check.c:[[@LINE+1]]:{{.*}} error: {{.*}} [-Wbpf-stale-packet-pointer]
  return *data;
}
// A program of a tail call is what its callers are.
struct {
  __u32 type, size_key, size_value, max_elem, flags, id;
} jumps SEC("maps") = {BPF_MAP_TYPE_PROG_ARRAY, 4, 4, 1, 0, 1};
SEC("1/0") int next(struct __sk_buff *skb) {
  unsigned char *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + 1 > end)
    return 0;
  bpf_skb_pull_data(skb, 20);
  // CHECK: program-type-check.c:[[@LINE+1]]:{{.*}} error: {{.*}} [-Wbpf-stale-packet-pointer]
  return *data;
}
SEC("mine") int caller(struct __sk_buff *skb) {
  bpf_tail_call(skb, &jumps, 0);
  return 0;
}
char _license[] SEC("license") = "GPL";
