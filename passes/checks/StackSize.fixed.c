// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct event { char path[480]; __u64 when; __u64 who[8]; };
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } events SEC(".maps");
//- page
struct { __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY); __uint(max_entries, 1);
         __type(key, __u32); __type(value, struct event); } scratch SEC(".maps");
//- end
SEC("xdp") int program(struct xdp_md *ctx) {
  //- page
  __u32 zero = 0;
  struct event *e = bpf_map_lookup_elem(&scratch, &zero);
  if (!e) return XDP_PASS;
  //- end
  e->when = bpf_ktime_get_ns();
  bpf_ringbuf_output(&events, e, sizeof *e, 0);
  return XDP_PASS;
}
char _license[] SEC("license") = "GPL";
