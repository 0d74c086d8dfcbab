// Tracing: a hash map with a key of several members, update and delete.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct task {
  __u64 id;
  char name[16];
};

struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __uint(max_entries, 1024);
  __type(key, struct task);
  __type(value, __u64);
} started SEC(".maps");

SEC("tracepoint/sched/sched_switch") int on_switch(void *context) {
  struct task task = {.id = bpf_get_current_pid_tgid()};
  if (bpf_get_current_comm(task.name, sizeof task.name))
    return 0;
  __u64 now = bpf_ktime_get_ns(), *before = bpf_map_lookup_elem(&started, &task);
  if (before && now - *before > 1000000000)
    bpf_map_delete_elem(&started, &task);
  else
    bpf_map_update_elem(&started, &task, &now, BPF_ANY);
  return 0;
}

char License[] SEC("license") = "GPL";
