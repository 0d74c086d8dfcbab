// The offset of a relocated member is known as far as the source's types say it, and may be another in the kernel's: what no
// member covers is reported as a warning, also if the kernel rejects reading it.
// REQUIRES: bpf-load, root, vmlinux-btf
// RUN: %bpfcc --capabilities=bpf,net_admin -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error
// RUN: %bpfcc --capabilities=bpf,net_admin -DREPAIRED -Werror -c %s -o %t.repaired.o
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.repaired.o | FileCheck %s --check-prefix=LOADS
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} events SEC(".maps");
struct bpf_perf_event_value___own {
  __u64 counter, enabled, running;
} __attribute__((preserve_access_index));
SEC("xdp") int program(struct xdp_md *ctx) {
  struct bpf_perf_event_value___own e;
  e.counter = ctx->ingress_ifindex;
  e.running = 1;
#ifdef REPAIRED
  e.enabled = 2;
#endif
  // CHECK: padding-relocated.c:[[@LINE+1]]:3: warning: bpf_ringbuf_output() reads 8 bytes in 'enabled' of 'e' that are never initialized
  bpf_ringbuf_output(&events, &e, sizeof e, 0);
  return XDP_PASS;
}
// REJECTED: program: rejected: invalid read from stack
// LOADS: program: loads
char license[] SEC("license") = "GPL";
