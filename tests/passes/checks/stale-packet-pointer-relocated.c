// The fields of the context are known too where they are relocated, as with the kernel's types in vmlinux.h.
// RUN: not %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s
#include <stdint.h>
struct __sk_buff {
  uint32_t before[19], data, data_end;
} __attribute__((preserve_access_index));
static long (*const bpf_skb_pull_data)(struct __sk_buff *skb, uint32_t bytes) = (void *)39;
__attribute__((section("tc"))) int program(struct __sk_buff *skb) {
  uint8_t *first = (void *)(long)skb->data;
  if ((void *)(first + 1) > (void *)(long)skb->data_end)
    return 0;
  bpf_skb_pull_data(skb, 60);
  // CHECK: stale-packet-pointer-relocated.c:[[@LINE+1]]:10: error: 'first' points into the packet and is invalid after bpf_skb_pull_data()
  return *first;
}
