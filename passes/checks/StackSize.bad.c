// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } events SEC(".maps");
//- page
struct event { char path[480]; __u64 when; __u64 who[8]; };

SEC("xdp") int program(struct xdp_md *ctx) {
  struct event e = {};                            /* 552 bytes */
//- end
  e.when = bpf_ktime_get_ns();
  //- page
  bpf_ringbuf_output(&events, &e, sizeof e, 0);
  //- end
  return XDP_PASS;
}
char _license[] SEC("license") = "GPL";
