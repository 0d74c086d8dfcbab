// An iterator over TCP sockets has helpers of its own, another one has not.
// REQUIRES: bpf-load, vmlinux-btf
// RUN: %bpfcc -Werror=bpf %s -o %t.o 2>&1 | count 0
// RUN: kernel-says %t.o | FileCheck %s
// RUN: not %bpfcc -DTARGET=task %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OTHER
// RUN: not %bpfcc --kernel=5.14 %s -o %t.o 2>&1 | FileCheck %s --check-prefix=OLD
// CHECK: congestion: loads
// OTHER: error: bpf_getsockopt() is not for programs in section 'iter/task' [-Wbpf-unavailable-helper]
// OLD: error: bpf_getsockopt() is not for programs in section 'iter/tcp' [-Wbpf-unavailable-helper]
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#ifndef TARGET
#define TARGET tcp
#endif
#define TEXT_OF(word) #word
#define SECTION_OF(target) "iter/" TEXT_OF(target)
struct sock_common {
  int skc_refcnt;
} __attribute__((preserve_access_index));
struct bpf_iter__tcp {
  struct bpf_iter_meta *meta;
  struct sock_common *sk_common;
} __attribute__((preserve_access_index));
SEC(SECTION_OF(TARGET)) int congestion(struct bpf_iter__tcp *ctx) {
  char name[16];
  struct sock_common *sk = ctx->sk_common;
  if (sk)
    bpf_getsockopt(sk, 6, 13, name, sizeof(name));
  return 0;
}
char license[] SEC("license") = "GPL";
