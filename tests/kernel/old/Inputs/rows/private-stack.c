// Two functions with 320 bytes of stack each, in programs of every type that may have frames of its own, and of some
// that may not. One of the former loses them where it makes a tail call.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, __u32);
} jumps SEC(".maps"), none SEC(".maps");

static __attribute__((noinline)) int inner(void *context) {
  volatile char text[320] = {};
  return text[5];
}

#define PROGRAM(section, name, map)                                                                                    \
  SEC(section) int name(void *context) {                                                                               \
    volatile char text[320] = {};                                                                                      \
    if (map)                                                                                                           \
      bpf_tail_call(context, map, 0);                                                                                  \
    return (inner(context) + text[3]) & 0;                                                                             \
  }

PROGRAM("kprobe/do_nanosleep", needs_kprobe, 0)
PROGRAM("tracepoint/sched/sched_switch", needs_tracepoint, 0)
PROGRAM("raw_tp/sched_switch", needs_raw_tp, 0)
PROGRAM("perf_event", needs_perf_event, 0)
PROGRAM("tp_btf/sched_switch", needs_tp_btf, 0)
PROGRAM("fentry/bpf_fentry_test1", needs_fentry, 0)
PROGRAM("fexit/do_unlinkat", needs_fexit, 0)
PROGRAM("fmod_ret/bpf_modify_return_test", needs_fmod_ret, 0)

PROGRAM("kprobe/do_nanosleep", never_kprobe_tail_call, &jumps)
PROGRAM("raw_tp.w/sched_switch", never_raw_tp_writable, 0)
PROGRAM("socket", never_socket, 0)
PROGRAM("lsm/file_open", never_lsm, 0)
PROGRAM("iter/task", never_iter, 0)
PROGRAM("action", never_action, 0)
PROGRAM("tc", never_tc, 0)
PROGRAM("xdp", never_xdp, 0)
PROGRAM("cgroup_skb/egress", never_cgroup_skb, 0)
PROGRAM("lwt_in", never_lwt_in, 0)
PROGRAM("lwt_out", never_lwt_out, 0)
PROGRAM("lwt_xmit", never_lwt_xmit, 0)
PROGRAM("lwt_seg6local", never_lwt_seg6local, 0)
PROGRAM("flow_dissector", never_flow_dissector, 0)
PROGRAM("sk_msg", never_sk_msg, 0)
PROGRAM("sk_reuseport", never_sk_reuseport, 0)
PROGRAM("sk_skb", never_sk_skb, 0)

SEC("xdp") int any_small(void *context) {
  volatile char text[32] = {};
  return (inner(context) + text[3]) & 0;
}

char terms[] SEC("license") = "GPL";
