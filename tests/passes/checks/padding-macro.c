// A declaration that a macro makes is not the user's to change: the finding comes without a repair.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=append
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
#define NEW_EVENT struct event made
SEC("xdp") int program(struct xdp_md *ctx) {
  NEW_EVENT;
  made.index = ctx->ingress_ifindex;
  made.when = 1;
  // CHECK: padding-macro.c:[[@LINE+1]]:3: warning: bpf_ringbuf_output() reads 4 bytes after 'index' of 'made' that are never initialized
  bpf_ringbuf_output(&events, &made, sizeof made, 0);
  return XDP_PASS;
}
