// A global function may read as much as the type of its parameter has: the kernel asks for that at each call.
// REQUIRES: bpf-load
// RUN: %bpfcc %s -o %t.o 2>&1 | FileCheck %s
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
// RUN: %bpfcc -Werror -DFIXED %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=FIXED
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct small { long x; };
struct large { long x, y; };
__attribute__((noinline)) int last(const struct large *given) { return given ? given->y > 3 : 0; }
#ifdef FIXED
#define GIVEN large
#else
#define GIVEN small
#endif
SEC("tc") int program(struct __sk_buff *skb) {
  struct GIVEN given = {.x = skb->len};
  // CHECK: argument-size-global.c:[[@LINE+1]]:10: warning: 'given' has 8 bytes, but last() reads 16 [-Wbpf-argument-size]
  return last((void *)&given);
}
// KERNEL: program: rejected:
// FIXED: program: loads
char license[] SEC("license") = "GPL";
