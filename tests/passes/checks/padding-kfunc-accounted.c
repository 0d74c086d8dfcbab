// No finding for what the kernel keeps account of itself: dynptrs, iterators, saved interrupt flags; with or without names.
// REQUIRES: bpf-load, root, vmlinux-btf
// RUN: %bpfcc --capabilities=bpf,net_admin -DSINCE_6_14 -Werror -c %s -o %t.o
// RUN: %bpfcc --capabilities=bpf,net_admin -Werror -c %s -o %t.o
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.o | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct bpf_iter_num {
  __u64 __opaque[1];
};
extern int bpf_dynptr_from_xdp(struct xdp_md *, __u64, struct bpf_dynptr *) __ksym;
extern int bpf_iter_num_new(struct bpf_iter_num *, int, int) __ksym;
extern int *bpf_iter_num_next(struct bpf_iter_num *) __ksym;
extern void bpf_iter_num_destroy(struct bpf_iter_num *) __ksym;
SEC("xdp") int dynptr(struct xdp_md *ctx) {
  struct bpf_dynptr packet;
  return bpf_dynptr_from_xdp(ctx, 0, &packet);
}
// CHECK: dynptr: loads
SEC("xdp") int iterator(struct xdp_md *ctx) {
  struct bpf_iter_num numbers;
  int sum = 0, *next;
  bpf_iter_num_new(&numbers, 0, 10);
  while ((next = bpf_iter_num_next(&numbers)))
    sum += *next;
  bpf_iter_num_destroy(&numbers);
  return sum;
}
// CHECK: iterator: loads
#ifdef SINCE_6_14
extern void bpf_local_irq_save(unsigned long *) __ksym;
extern void bpf_local_irq_restore(unsigned long *) __ksym;
SEC("xdp") int interrupts(struct xdp_md *ctx) {
  unsigned long flags;
  bpf_local_irq_save(&flags);
  bpf_local_irq_restore(&flags);
  return XDP_PASS;
}
#endif
char license[] SEC("license") = "GPL";
