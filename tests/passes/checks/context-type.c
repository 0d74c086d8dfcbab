// A parameter of another program type's structure: its members are read from where this one has others.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DLOADS %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: not %bpfcc -DLOADS -Werror %s -o %t.o
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef FIXED
// CHECK-DAG: context-type.c:[[@LINE+1]]:{{.*}}: warning: the parameter is a struct __sk_buff *, but programs in section 'xdp' get a struct xdp_md * [-Wbpf-context-type]
SEC("xdp") int length(struct __sk_buff *skb) { return skb->len > 100 ? XDP_DROP : XDP_PASS; }
// CHECK-DAG: note: {{.*}}declare struct xdp_md *
// KERNEL: length: loads
#ifndef LOADS
// What -Wbpf-context-access rejects has one finding.
SEC("xdp") int rejected(struct __sk_buff *skb) {
  // CHECK-DAG: error: {{.*}}[-Wbpf-context-access]
  return skb->priority;
}
#endif
#endif
// CHECK-NOT: {{(error|warning):}}
typedef struct xdp_md packet;
struct own {
  __u32 data, data_end;
};
SEC("xdp") int named(packet *ctx) { return ctx->rx_queue_index; }
SEC("xdp") int untyped(void *ctx) { return *(__u32 *)(ctx + 16); }
SEC("xdp") int of_my_own(struct own *ctx) { return ctx->data ? XDP_PASS : XDP_DROP; }
SEC("xdp") int unused(struct __sk_buff *skb) { return XDP_PASS; }
SEC("tc") int right(struct __sk_buff *skb) { return skb->len; }
char license[] SEC("license") = "GPL";
// FIXED-DAG: named: loads
// FIXED-DAG: untyped: loads
// FIXED-DAG: unused: loads
// FIXED-DAG: right: loads
