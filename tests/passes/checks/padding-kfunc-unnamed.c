// A declaration that does not name the arguments of a kfunc: the kernel's names may say that it keeps account of what lies
// there, so that it is a warning.
// REQUIRES: bpf-load, root, vmlinux-btf
// RUN: %bpfcc --capabilities=bpf,net_admin -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=error
// RUN: setpriv --bounding-set=-perfmon,-sys_admin --inh-caps=-perfmon,-sys_admin kernel-says %t.o | FileCheck %s --check-prefix=KERNEL
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct bpf_crypto_ctx {};
struct bpf_crypto_params {
  char type[14];
  __u8 reserved[2];
  char algo[128];
  __u8 key[256];
  __u32 key_len, authsize;
} static parameters;
extern struct bpf_crypto_ctx *bpf_crypto_ctx_create(const struct bpf_crypto_params *, __u32, int *) __ksym;
extern void bpf_crypto_ctx_release(struct bpf_crypto_ctx *) __ksym;
SEC("syscall") int bad(void *ctx) {
  int code;
  // CHECK: padding-kfunc-unnamed.c:[[@LINE+1]]:33: warning: bpf_crypto_ctx_create() reads 4 bytes at offset 0 of 'code' that are never initialized
  struct bpf_crypto_ctx *made = bpf_crypto_ctx_create(&parameters, sizeof parameters, &code);
  if (made)
    bpf_crypto_ctx_release(made);
  return code;
}
// KERNEL: bad: rejected: invalid read from stack
// CHECK-NOT: warning:
SEC("syscall") int good(void *ctx) {
  int code = 0;
  struct bpf_crypto_ctx *made = bpf_crypto_ctx_create(&parameters, sizeof parameters, &code);
  if (made)
    bpf_crypto_ctx_release(made);
  return code;
}
// KERNEL: good: loads
char license[] SEC("license") = "GPL";
