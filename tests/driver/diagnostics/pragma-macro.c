// A macro that stands around a statement with _Pragma() quiets that statement, and no other on its line.
// RUN: %bpfcc -fno-caret-diagnostics -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
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
#define SEND(e) bpf_ringbuf_output(&events, &e, sizeof e, 0)
#define QUIETLY(statement)                                                                                             \
  _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wbpf-padding\"") statement;                    \
  _Pragma("clang diagnostic pop")
#define SEND_QUIETLY(e) QUIETLY(SEND(e))
SEC("xdp") int program(struct xdp_md *ctx) {
  struct event a, b, c;
  a.index = b.index = c.index = ctx->ingress_ifindex;
  a.when = b.when = c.when = 3;
  QUIETLY(bpf_ringbuf_output(&events, &a, sizeof a, 0))
  // CHECK: pragma-macro.c:[[@LINE+1]]:{{[0-9]+}}: warning: bpf_ringbuf_output() reads 4 bytes after 'index' of 'b'
  SEND_QUIETLY(c) SEND(b);
  return XDP_PASS;
}
