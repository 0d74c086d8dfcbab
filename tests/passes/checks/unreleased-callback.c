// A callback ends what it begins. The kernel says the same of each program.
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
#ifdef FIXED
#define ONLY_IF_FIXED(statement) statement
#else
#define ONLY_IF_FIXED(statement)
#endif

static long each(__u32 index, void *none) {
  __u32 *event = bpf_ringbuf_reserve(&ring, 4, 0);
  if (!event)
    return 1;
  *event = index;
  ONLY_IF_FIXED(bpf_ringbuf_submit(event, 0));
  // CHECK: error: 'event' is not released on a path that ends here [-Wbpf-unreleased]
  return 0;
}
SEC("tc") int callback(struct __sk_buff *skb) { return bpf_loop(4, each, 0, 0); }
// KERNEL-DAG: callback: rejected:
// FIXED-DAG: callback: loads

char license[] SEC("license") = "GPL";
// CHECK: 1 error generated
