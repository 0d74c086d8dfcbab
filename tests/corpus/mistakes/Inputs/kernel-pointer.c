// A pointer into the kernel is read like one of the program.
// check: kernel-pointer
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>
#ifdef FIXED
#define BAD_OR_FIXED(bad, fixed) fixed
#else
#define BAD_OR_FIXED(bad, fixed) bad
#endif

struct task { int pid; };
SEC("raw_tp/sched_switch") int program(__u64 *ctx) {
  struct task *task = (void *)bpf_get_current_task();
  int pid = 0;
  BAD_OR_FIXED(pid = *(volatile int *)&task->pid, bpf_probe_read_kernel(&pid, sizeof pid, &task->pid));
  return pid & 1;
}
char license[] SEC("license") = "GPL";
