// The number after a pointer may count its bytes, which only the kernel's name of it says. Reported is what is read in either case.
// RUN: not %bpfcc --capabilities=bpf,net_admin -c %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct counted {
  __u64 first, second;
};
extern int counts(struct counted *given, __u32 number) __ksym;
extern int counts_for_sure(struct counted *given, __u32 given__sz) __ksym;
extern int does_not_count(struct counted *given, struct xdp_md *ctx) __ksym;
SEC("xdp") int good(struct xdp_md *ctx) {
  struct counted c;
  c.first = 1;
  return counts(&c, sizeof c.first) + counts_for_sure(&c, sizeof c.first);
}
// CHECK-NOT: {{(error|warning):}}
SEC("xdp") int bad(struct xdp_md *ctx) {
  struct counted c;
  c.first = 1;
  // CHECK: padding-kfunc-counted.c:[[@LINE+1]]:10: error: counts_for_sure() reads 8 bytes in 'second' of 'c' that are never initialized
  return counts_for_sure(&c, sizeof c);
}
SEC("xdp") int by_type(struct xdp_md *ctx) {
  struct counted c;
  c.first = 1;
  // CHECK: padding-kfunc-counted.c:[[@LINE+1]]:10: error: does_not_count() reads 8 bytes in 'second' of 'c' that are never initialized
  return does_not_count(&c, ctx);
}
char license[] SEC("license") = "GPL";
