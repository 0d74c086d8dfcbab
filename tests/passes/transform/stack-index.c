// An index into an array on the stack is added to its address, also in a member and with elements of several bytes.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-stack-index %s -o %t.off.o && kernel-says %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --check-prefix=REMARK
// RUN: kernel-says %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v1 %s -o %t.v1.o && kernel-says %t.v1.o | FileCheck %s
// RUN: %bpfcc -mcpu=v4 %s -o %t.v4.o && kernel-says %t.v4.o | FileCheck %s
// OFF-DAG: pick: rejected: R{{[0-9]}} bitwise operator |= on pointer prohibited
// OFF-DAG: member: rejected: R{{[0-9]}} bitwise operator |= on pointer prohibited
// OFF-DAG: words: rejected: R{{[0-9]}} bitwise operator |= on pointer prohibited
// OFF-DAG: wide: loads
// REMARK-DAG: stack-index.c:[[#PICK:]]:{{[0-9]+}}: remark: an index is added to an address on the stack [bpf-stack-index]
// CHECK-DAG: pick: loads
// CHECK-DAG: member: loads
// CHECK-DAG: words: loads
// CHECK-DAG: wide: loads
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int pick(struct xdp_md *ctx) {
  char a[16] = {1}, b[16] = {2};
  __u32 n = ctx->data_end - ctx->data;
  a[n & 15] = 3;
  b[n & 7] = 3;
  return __builtin_memcmp(a, b, 16) ? XDP_DROP : XDP_PASS;
}
SEC("xdp") int member(struct xdp_md *ctx) {
  struct {
    __u64 number;
    char bytes[8];
  } a = {1, {2}};
  __u32 n = ctx->data_end - ctx->data;
  a.bytes[n & 7] = 3;
  return __builtin_memcmp(&a, &(char[16]){4}, 16) ? XDP_DROP : XDP_PASS;
}
SEC("xdp") int words(struct xdp_md *ctx) {
  __u16 a[4] __attribute__((aligned(8))) = {1};
  __u32 n = ctx->data_end - ctx->data;
  a[n & 3] = 3;
  return __builtin_memcmp(a, &(__u16[4]){4}, 8) ? XDP_DROP : XDP_PASS;
}
// Its index has more bits than the address has free.
SEC("xdp") int wide(struct xdp_md *ctx) {
  char a[64] = {1};
  __u32 n = ctx->data_end - ctx->data;
  a[n & 63] = 3;
  return __builtin_memcmp(a, &(char[64]){4}, 64) ? XDP_DROP : XDP_PASS;
}
char _license[] SEC("license") = "GPL";
