// A hidden function libbpf makes static: the kernel verifies it with its caller, and never asks for what it does not read.
// REQUIRES: bpf-load, root
// RUN: %bpfcc --capabilities=bpf,net_admin -Werror -c %s -o %t.o
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.o | FileCheck %s
// CHECK: program: loads
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct limits {
  __u64 low, high;
};
__hidden __attribute__((noinline)) int above(struct limits *limits) { return limits->low > 5; }
SEC("xdp") int program(struct xdp_md *ctx) {
  struct limits own;
  own.low = ctx->ingress_ifindex;
  return above(&own);
}
char license[] SEC("license") = "GPL";
