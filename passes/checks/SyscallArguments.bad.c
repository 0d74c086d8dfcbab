// bpfcc
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
//- page
SEC("kprobe/__x64_sys_openat")
int BPF_KPROBE(program, int folder, const char *name)
{
  return name != 0;
}
//- end
char _license[] SEC("license") = "GPL";
