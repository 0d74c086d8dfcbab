// A record is submitted and discarded.
// check: use-after-release
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
  struct event *event = bpf_ringbuf_reserve(&events, sizeof *event, 0);
  if (!event)
    return 0;
  event->pid = bpf_get_current_pid_tgid() >> 32;
  bpf_ringbuf_submit(event, 0);
  BAD_OR_FIXED(bpf_ringbuf_discard(event, 0), );
  return 0;
}
char license[] SEC("license") = "GPL";
