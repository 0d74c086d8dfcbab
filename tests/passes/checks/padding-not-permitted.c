// Without CAP_PERFMON, and before 6.3, the kernel rejects eight bytes together that were never written: an error there.
// REQUIRES: bpf-load, root
// RUN: not %bpfcc --capabilities=none -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc --kernel=6.2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -c %s -o %t.o
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.o | FileCheck %s --check-prefix=REJECTED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} events SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  struct event {
    __u64 when;
    char name[16];
    __u64 index;
  } e;
  e.when = 1;
  e.index = ctx->ingress_ifindex;
  // CHECK: padding-not-permitted.c:[[@LINE+2]]:3: error: bpf_ringbuf_output() reads 16 bytes in 'name' of 'e' that are never initialized
  // CHECK: note: previous contents of the kernel's stack leave the kernel
  bpf_ringbuf_output(&events, &e, sizeof e, 0);
  return XDP_PASS;
}
char license[] SEC("license") = "GPL";
// LOADS: program: loads
// REJECTED: program: rejected: invalid read from stack
