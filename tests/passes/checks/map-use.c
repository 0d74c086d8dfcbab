// A helper accepts maps of some types; the kernel says the same.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-map-use %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
  __uint(key_size, 4);
  __uint(value_size, 4);
} events SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u32);
} table SEC(".maps");
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u32);
} programs SEC(".maps");
#ifndef FIXED
#define PROGRAMS table
#else
#define PROGRAMS programs
#endif
SEC("tc") int jump(struct __sk_buff *skb) {
  // CHECK: error: bpf_tail_call() does not accept 'table', a map of type HASH [-Wbpf-map-use]
  bpf_tail_call(skb, &PROGRAMS, 0);
  return 0;
}
// KERNEL-DAG: jump: not judged: libbpf: prog 'jump': BPF program load failed: Invalid argument
// FIXED-DAG: jump: loads
#ifndef FIXED
SEC("tc") int output(struct __sk_buff *skb) {
  __u32 event = 1;
  // CHECK: map-use.c:[[@LINE+1]]:3: error: bpf_perf_event_output() does not accept 'ring', a map of type RINGBUF [-Wbpf-map-use]
  bpf_perf_event_output(skb, &ring, BPF_F_CURRENT_CPU, &event, sizeof event);
  // CHECK: map-use.c:{{.*}}: note: 'ring' is defined here
  return 0;
}
// KERNEL-DAG: output: rejected:
SEC("tc") int lookup(struct __sk_buff *skb) {
  __u32 key = 1;
  // CHECK: map-use.c:[[@LINE+1]]:12: error: bpf_map_lookup_elem() does not accept 'events', a map of type PERF_EVENT_ARRAY
  return !!bpf_map_lookup_elem(&events, &key);
}
// KERNEL-DAG: lookup: rejected:
SEC("xdp") int redirect(struct xdp_md *ctx) {
  // CHECK: map-use.c:[[@LINE+1]]:10: error: bpf_redirect_map() does not accept 'table', a map of type HASH
  return bpf_redirect_map(&table, 0, 0);
}
// KERNEL-DAG: redirect: rejected:
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("tc") int fixed(struct __sk_buff *skb) {
  __u32 event = 1;
  bpf_perf_event_output(skb, &events, BPF_F_CURRENT_CPU, &event, sizeof event);
  bpf_ringbuf_output(&ring, &event, sizeof event, 0);
  return !!bpf_map_lookup_elem(&table, &event);
}
char license[] SEC("license") = "GPL";
// CHECK: 4 errors generated
// FIXED-DAG: fixed: loads
