// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct rule { char name[64]; };
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 1); __type(key, __u32); __type(value, struct rule); } rules SEC(".maps");
SEC("kprobe/do_nanosleep") int program(void *context) {
  __u32 zero = 0, length = bpf_get_smp_processor_id();
  char copy[64] = {};
  struct rule *rule = bpf_map_lookup_elem(&rules, &zero);
  if (!rule)
    return 0;
  //- page
  bpf_probe_read_kernel(copy, length & 63, rule->name);
  //- end
  return bpf_map_update_elem(&rules, &zero, copy, 0);
}
char _license[] SEC("license") = "GPL";
