// Memory that a kfunc is passed has to be written before, also where the kfunc fills it in: the kernel looks at its size alone.
// REQUIRES: bpf-load, root, vmlinux-btf
// RUN: not %bpfcc --capabilities=bpf,net_admin -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror -c %s -o %t.o
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern int bpf_dynptr_from_xdp(struct xdp_md *xdp, __u64 flags, struct bpf_dynptr *ptr__uninit) __ksym;
extern void *bpf_dynptr_slice(const struct bpf_dynptr *ptr, __u32 offset, void *buffer__opt, __u32 buffer__szk) __ksym;
SEC("xdp") int bad(struct xdp_md *ctx) {
  struct bpf_dynptr packet;
  __u64 buffer[2];
  bpf_dynptr_from_xdp(ctx, 0, &packet);
  // CHECK: padding-kfunc-memory.c:[[@LINE+1]]:17: error: bpf_dynptr_slice() reads 16 bytes at offset 0 of 'buffer' that are never initialized
  __u64 *read = bpf_dynptr_slice(&packet, 0, buffer, sizeof buffer);
  return read && *read ? XDP_PASS : XDP_DROP;
}
// KERNEL: bad: rejected
// CHECK-NOT: error:
SEC("xdp") int good(struct xdp_md *ctx) {
  struct bpf_dynptr packet;
  __u64 buffer[2] = {};
  bpf_dynptr_from_xdp(ctx, 0, &packet);
  __u64 *read = bpf_dynptr_slice(&packet, 0, buffer, sizeof buffer);
  return read && *read ? XDP_PASS : XDP_DROP;
}
// KERNEL: good: loads
char license[] SEC("license") = "GPL";
