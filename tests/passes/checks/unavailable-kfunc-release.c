// With a named kernel each release from it on counts. A weak one that is asked for first is right on any.
// RUN: not %bpfcc --kernel=6.1 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --kernel=6.3 -Werror %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;
extern int bpf_dynptr_from_xdp(struct xdp_md *ctx, __u64 flags, struct bpf_dynptr *dynptr) __ksym __weak;
SEC("tc") int newer(struct __sk_buff *skb) {
  // CHECK: unavailable-kfunc-release.c:[[@LINE+2]]:3: error: kernels before 6.2 do not have bpf_rcu_read_lock()
  // CHECK: note: declare it __weak, and call it if bpf_ksym_exists() says that it is there
  bpf_rcu_read_lock();
  // CHECK: error: kernels before 6.2 do not have bpf_rcu_read_unlock()
  bpf_rcu_read_unlock();
  return 0;
}
// CHECK-NOT: {{(error|warning):}}
SEC("xdp") int asked(struct xdp_md *ctx) {
  struct bpf_dynptr dynptr;
  return bpf_dynptr_from_xdp ? bpf_dynptr_from_xdp(ctx, 0, &dynptr) : 0;
}
char license[] SEC("license") = "GPL";
// CHECK: 2 errors generated
