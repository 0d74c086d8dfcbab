// bpf_perf_event_output() gets a ring buffer.
// check: map-use
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
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} events SEC(".maps");
struct event { __u32 pid; char comm[16]; };

SEC("tracepoint/syscalls/sys_enter_execve") int program(void *ctx) {
  struct event event = {.pid = bpf_get_current_pid_tgid() >> 32};
  BAD_OR_FIXED(bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &event, sizeof event), bpf_ringbuf_output(&events, &event, sizeof event, 0));
  return 0;
}
char license[] SEC("license") = "GPL";
