// bpfcc
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
struct file { long flags, mode; };
SEC("kprobe/vfs_read") int program(struct pt_regs *ctx) {
  //- page
  struct file *file = (void *)PT_REGS_PARM1(ctx);
  long mode = 0;
  bpf_probe_read_kernel(&mode, sizeof mode, &file->mode);
  return mode;
  //- end
}
char _license[] SEC("license") = "GPL";
