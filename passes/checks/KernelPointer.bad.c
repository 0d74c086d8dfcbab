// bpfcc
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
struct file { long flags, mode; };
SEC("kprobe/vfs_read") int program(struct pt_regs *ctx) {
  //- page
  struct file *file = (void *)PT_REGS_PARM1(ctx);
  return file->mode;
  //- end
}
char _license[] SEC("license") = "GPL";
