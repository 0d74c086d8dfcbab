// A map of events may say of what type they are to cilium/ebpf, which leaves their size out; to nobody else.
// RUN: %bpfcc -Werror --loader=cilium-ebpf %s -o %t.o 2>&1 | count 0
// RUN: not %bpfcc --loader=cilium-ebpf -DHASH %s -o %t.o 2>&1 | FileCheck %s --check-prefix=HASH
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct event { __u64 address, time; };
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
  // CHECK: map-definition-event-sizes.c:[[@LINE+2]]:1: error: 'ring' has a value, but a BPF_MAP_TYPE_RINGBUF has none [-Wbpf-map-definition]
  // CHECK: note: remove it; for cilium/ebpf, which removes it itself, use --loader=cilium-ebpf
  __type(value, struct event);
} ring SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
  // CHECK: map-definition-event-sizes.c:[[@LINE+1]]:1: error: the value of 'perf' has 16 bytes; a BPF_MAP_TYPE_PERF_EVENT_ARRAY requires 4
  __type(value, struct event);
} perf SEC(".maps");
#ifdef HASH
// HASH: error: the key of 'slots' has 8 bytes
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 8);
  __type(key, __u64);
  __type(value, struct event);
} slots SEC(".maps");
#endif
SEC("xdp") int program(struct xdp_md *ctx) { return XDP_PASS; }
