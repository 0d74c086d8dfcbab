// A record that is reserved in a ring buffer, filled and submitted.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct record {
  __u64 when;
  __u32 cpu, pid;
};

struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} records SEC(".maps");

SEC("tracepoint/sched/sched_switch") int report(void *context) {
  struct record *record = bpf_ringbuf_reserve(&records, sizeof *record, 0);
  if (!record)
    return 0;
  record->when = bpf_ktime_get_ns();
  record->cpu = bpf_get_smp_processor_id();
  record->pid = bpf_get_current_pid_tgid() >> 32;
  bpf_ringbuf_submit(record, 0);
  return 0;
}

char License[] SEC("license") = "GPL";
