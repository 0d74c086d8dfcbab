// A helper that reads is passed the wrong address: reported where it is called.
// RUN: %bpfcc --arch=x86_64 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --target=x86_64-linux-gnu -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <sys/stat.h>
#include <bpf/bpf_helpers.h>
SEC("raw_tp/sys_exit") int program(struct bpf_raw_tracepoint_args *ctx) {
  struct stat *file = (struct stat *)ctx->args[0];
  long size = 0;
  // CHECK: native-types-helper.c:[[@LINE+1]]:3: warning: 'struct stat' is read at byte 64, in 'st_size', but its layout differs on x86_64
  bpf_probe_read_user(&size, sizeof size, &file->st_size);
  return size != 0;
}
char license[] SEC("license") = "GPL";
// CHECK: 1 warning generated
