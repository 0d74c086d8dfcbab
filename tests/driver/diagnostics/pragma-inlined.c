// A pragma around the call of an inlined function holds for what is found in it, and one in the function for every call.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} events SEC(".maps");
struct event {
  __u32 index;
  __u64 when;
};
static inline void tell(int index) {
  struct event e;
  e.index = index;
  e.when = 3;
  // CHECK: pragma-inlined.c:[[@LINE+1]]:3: warning: bpf_ringbuf_output() reads 4 bytes after 'index'
  bpf_ringbuf_output(&events, &e, sizeof e, 0);
}
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wbpf"
static inline void tell_quietly(int index) {
  struct event e;
  e.index = index;
  e.when = 4;
  bpf_ringbuf_output(&events, &e, sizeof e, 0);
}
SEC("xdp") int quiet(struct xdp_md *ctx) {
  tell(ctx->ingress_ifindex);
  return 0;
}
#pragma clang diagnostic pop
SEC("xdp") int calls_quiet(struct xdp_md *ctx) {
  tell_quietly(ctx->ingress_ifindex);
  return 0;
}
SEC("xdp") int loud(struct xdp_md *ctx) {
  // CHECK: pragma-inlined.c:[[@LINE+1]]:3: note: inlined into 'loud' here
  tell(ctx->ingress_ifindex);
  return 0;
}
// CHECK: 1 warning
