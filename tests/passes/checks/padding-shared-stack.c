// A variable may lie where another was whose scope is over. The kernel treats what that one wrote as written: bytes that are
// never written, which it does not reject, so a warning.
// REQUIRES: bpf-load, root
// RUN: %bpfcc --capabilities=bpf,net_admin -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} events SEC(".maps");
struct event {
  __u64 when, index;
};
SEC("xdp") int program(struct xdp_md *ctx) {
  {
    struct event first;
    first.when = first.index = ctx->ingress_ifindex;
    bpf_ringbuf_output(&events, &first, sizeof first, 0);
  }
  {
    struct event second;
    second.when = ctx->rx_queue_index;
    // CHECK: padding-shared-stack.c:[[@LINE+1]]:5: warning: bpf_ringbuf_output() reads 8 bytes in 'index' of 'second' that are never initialized
    bpf_ringbuf_output(&events, &second, sizeof second, 0);
  }
  return XDP_PASS;
}
// LOADS: program: loads
char license[] SEC("license") = "GPL";
