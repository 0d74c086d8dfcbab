// A clone of a dynptr ends with it: the call that released the memory.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf --verify -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf --verify -DREPAIRED -c %s -o %t.o
//
// CHECK: error: the 3rd argument of bpf_dynptr_read(), '&copy', is not valid any more: bpf_ringbuf_submit_dynptr() released the memory that it shares
// CHECK: released-clone.c:{{[0-9]+}}:{{[0-9]+}}: note: bpf_dynptr_clone() makes it here
// CHECK: released-clone.c:{{[0-9]+}}:{{[0-9]+}}: note: bpf_ringbuf_submit_dynptr() releases it here
// CHECK: note: use it before bpf_ringbuf_submit_dynptr()
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern int bpf_dynptr_clone(const struct bpf_dynptr *p, struct bpf_dynptr *clone) __ksym;

struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} events SEC(".maps");

SEC("tc")
int send(struct __sk_buff *skb)
{
  struct bpf_dynptr record, copy;
  int first = 0;

  bpf_ringbuf_reserve_dynptr(&events, 64, 0, &record);
  bpf_dynptr_clone(&record, &copy);
#ifdef REPAIRED
  bpf_dynptr_read(&first, sizeof(first), &copy, 0, 0);
  bpf_ringbuf_submit_dynptr(&record, 0);
#else
  bpf_ringbuf_submit_dynptr(&record, 0);
  bpf_dynptr_read(&first, sizeof(first), &copy, 0, 0);
#endif
  return first == 1;
}

char _license[] SEC("license") = "GPL";
