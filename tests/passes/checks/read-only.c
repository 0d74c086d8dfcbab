// Writes to memory that a program can only read. The kernel says the same of each program.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-read-only %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif
const volatile __u64 limit = 3;
__u64 variable;
extern int bpf_dynptr_from_skb(struct __sk_buff *skb, __u64 flags, struct bpf_dynptr *ptr) __ksym;
extern void *bpf_dynptr_slice(const struct bpf_dynptr *ptr, __u32 offset, void *buffer, __u32 buffer__szk) __ksym;
extern void *bpf_dynptr_slice_rdwr(const struct bpf_dynptr *ptr, __u32 offset, void *buffer, __u32 buffer__szk) __ksym;

SEC("tc") int constant(struct __sk_buff *skb) {
  // CHECK: read-only.c:[[@LINE+2]]:{{.*}}: error: this writes to 'limit', a constant [-Wbpf-read-only]
  // CHECK: note: define it without const
  *(volatile __u64 *)&BAD_OR_FIXED(limit, variable) = skb->len;
  return 0;
}
// KERNEL-DAG: constant: rejected:
// FIXED-DAG: constant: loads

SEC("tc") int by_helper(struct __sk_buff *skb) {
  // CHECK: error: bpf_skb_load_bytes() writes to 'limit', a constant
  return bpf_skb_load_bytes(skb, 0, (void *)&BAD_OR_FIXED(limit, variable), 8);
}
// KERNEL-DAG: by_helper: rejected:
// FIXED-DAG: by_helper: loads

SEC("tc") int slice(struct __sk_buff *skb) {
  struct bpf_dynptr ptr;
  char buffer[14] = {};
  bpf_dynptr_from_skb(skb, 0, &ptr);
  char *start = BAD_OR_FIXED(bpf_dynptr_slice, bpf_dynptr_slice_rdwr)(&ptr, 0, buffer, sizeof buffer);
  if (start)
    // CHECK: error: this writes to 'start', a slice that can only be read
    // CHECK: note: call bpf_dynptr_slice_rdwr() instead
    start[2] = 1;
  return 0;
}
// KERNEL-DAG: slice: rejected:
// FIXED-DAG: slice: loads

SEC("tc") int socket(struct __sk_buff *skb) {
  struct bpf_sock *sk = skb->sk;
  sk = sk ? bpf_sk_fullsock(sk) : 0;
  if (sk)
    // CHECK: error: this writes to 'sk', a socket of the kernel
    BAD_OR_FIXED(sk->mark = 3, variable = sk->mark);
  return 0;
}
// KERNEL-DAG: socket: rejected:
// FIXED-DAG: socket: loads

SEC("cgroup_skb/egress") int packet(struct __sk_buff *skb) {
  __u8 *data = (void *)(long)skb->data, *end = (void *)(long)skb->data_end;
  if (data + 20 > end)
    return 1;
  // CHECK: error: this writes to the packet, which programs in section 'cgroup_skb/egress' can only read
  BAD_OR_FIXED(data[8] = 64, variable = data[8]);
  return 1;
}
// KERNEL-DAG: packet: rejected:
// FIXED-DAG: packet: loads
char license[] SEC("license") = "GPL";
// CHECK: 5 errors generated
