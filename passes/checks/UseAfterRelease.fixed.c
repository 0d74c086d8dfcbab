// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct event {
  volatile __u32 queue;
};
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} events SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  struct event *event = bpf_ringbuf_reserve(&events, sizeof *event, 0);
  if (!event)
    return XDP_PASS;
  //- page
  __u32 queue = ctx->rx_queue_index;
  event->queue = queue;
  bpf_ringbuf_submit(event, 0);
  return queue ? XDP_PASS : XDP_DROP;
  //- end
}
char _license[] SEC("license") = "GPL";
