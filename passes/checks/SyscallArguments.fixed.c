// bpfcc
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
//- page
SEC("ksyscall/openat")
int BPF_KSYSCALL(program, int folder, const char *name)
{
  return name != 0;
}
//- end
char _license[] SEC("license") = "GPL";
