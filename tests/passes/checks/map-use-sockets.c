// Maps of sockets are changed by programs of some types only, and of one with a helper of its own; the kernel says the same.
// REQUIRES: bpf-load
// RUN: not %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Wno-bpf-map-use %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
// Deletions were accepted everywhere before 6.10.
// RUN: not %bpfcc --kernel=6.1 %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OLDER
// RUN: not %bpfcc --kernel=6.12 %s -o %t.o 2>&1 | FileCheck %s --check-prefix=NEWER
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_SOCKMAP);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u64);
} sockets SEC(".maps");
static __u32 key;
#ifndef FIXED
SEC("sockops") int update(struct bpf_sock_ops *ctx) {
  // CHECK: map-use-sockets.c:[[@LINE+2]]:5: error: bpf_map_update_elem() does not accept 'sockets', a map of type SOCKMAP, in programs in section 'sockops' [-Wbpf-map-use]
  if (ctx->sk)
    bpf_map_update_elem(&sockets, &key, ctx->sk, BPF_ANY);
  return 1;
}
// KERNEL-DAG: update: rejected:
SEC("kprobe") int delete(void *ctx) {
  // CHECK: map-use-sockets.c:[[@LINE+3]]:10: warning: bpf_map_delete_elem() does not accept 'sockets', a map of type SOCKMAP, in programs in section 'kprobe'; kernels from 6.10 on reject it
  // OLDER: map-use-sockets.c:[[@LINE+2]]:10: error: {{.*}}; kernels from 6.10 on reject it
  // NEWER: map-use-sockets.c:[[@LINE+1]]:10: error: {{.*}} section 'kprobe'; kernels from 6.10 on reject it
  return bpf_map_delete_elem(&sockets, &key);
}
// KERNEL-DAG: delete: rejected:
#endif
// CHECK-NOT: {{(error|warning):}}
SEC("sockops") int own_helper(struct bpf_sock_ops *ctx) {
  bpf_map_delete_elem(&sockets, &key);
  bpf_sock_map_update(ctx, &sockets, &key, BPF_ANY);
  return 1;
}
SEC("tc") int updater(struct __sk_buff *skb) {
  if (skb->sk)
    bpf_map_update_elem(&sockets, &key, skb->sk, BPF_ANY);
  return 0;
}
// FIXED-DAG: own_helper: loads
// FIXED-DAG: updater: loads
char license[] SEC("license") = "GPL";
