// A type of map that is newer than the kernel.
// RUN: not %bpfcc --kernel=5.7 --loader=bpftool %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --kernel=5.8 -Werror --loader=bpftool %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
// CHECK: map-definition-kernel.c:[[@LINE-1]]:1: error: 'ring' is a BPF_MAP_TYPE_RINGBUF, which needs Linux 5.8; the object is for 5.7
SEC("xdp") int program(struct xdp_md *ctx) { return XDP_PASS; }
