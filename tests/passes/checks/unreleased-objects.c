// A path leaves the program with a dynptr or an iterator on its stack. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-unreleased %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
// Older headers do not have it.
struct bpf_iter_num___here { __u64 opaque; } __attribute__((aligned(8)));
extern int bpf_iter_num_new(struct bpf_iter_num___here *it, int start, int end) __ksym;
extern int *bpf_iter_num_next(struct bpf_iter_num___here *it) __ksym;
extern void bpf_iter_num_destroy(struct bpf_iter_num___here *it) __ksym;
#ifdef FIXED
#define RELEASE(call) call
#else
#define RELEASE(call)
#endif

SEC("tc") int dynptr(struct __sk_buff *skb) {
  struct bpf_dynptr record;
  bpf_ringbuf_reserve_dynptr(&ring, 8, 0, &record);
  // CHECK: unreleased-objects.c:[[@LINE+1]]:20: error: 'record' is not released on a path that ends here [-Wbpf-unreleased]
  if (skb->ifindex == 3) {
    RELEASE(bpf_ringbuf_discard_dynptr(&record, 0));
    return 1;
  }
  bpf_ringbuf_submit_dynptr(&record, 0);
  // CHECK: unreleased-objects.c:[[@LINE-7]]:3: note: bpf_ringbuf_reserve_dynptr() is called here
  // CHECK: note: call bpf_ringbuf_submit_dynptr() or bpf_ringbuf_discard_dynptr() before each return
  return 2;
}
// KERNEL-DAG: dynptr: rejected:
// FIXED-DAG: dynptr: loads

// A reservation that fails has to be given back as well.
SEC("tc") int failed(struct __sk_buff *skb) {
  struct bpf_dynptr record;
  // CHECK: error: 'record' is not released on a path that ends here
  if (bpf_ringbuf_reserve_dynptr(&ring, 8, 0, &record)) {
    RELEASE(bpf_ringbuf_discard_dynptr(&record, 0));
    return 1;
  }
  bpf_ringbuf_submit_dynptr(&record, 0);
  return 2;
}
// KERNEL-DAG: failed: rejected:
// FIXED-DAG: failed: loads

SEC("tc") int iterator(struct __sk_buff *skb) {
  struct bpf_iter_num___here it;
  int *each, sum = 0;
  bpf_iter_num_new(&it, 0, 10);
  while ((each = bpf_iter_num_next(&it)))
    sum += *each;
  RELEASE(bpf_iter_num_destroy(&it));
  // CHECK: unreleased-objects.c:[[@LINE-3]]:3: error: 'it' is not released on a path that ends here
  // CHECK: note: bpf_iter_num_new() is called here
  // CHECK: note: call bpf_iter_num_destroy() before each return
  return sum > 40;
}
// KERNEL-DAG: iterator: rejected:
// FIXED-DAG: iterator: loads
char license[] SEC("license") = "GPL";
// CHECK: 3 errors generated
