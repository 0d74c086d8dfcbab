// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct event {
  __u32 queue;
};
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} events SEC(".maps");
SEC("xdp") int program(struct xdp_md *ctx) {
  //- page
  struct event *event = bpf_ringbuf_reserve(&events, sizeof *event, 0);
  if (!event)
    return XDP_PASS;
  if (ctx->rx_queue_index > 7)
    return XDP_PASS;
  event->queue = ctx->rx_queue_index;
  bpf_ringbuf_submit(event, 0);
  //- end
  return XDP_PASS;
}
char _license[] SEC("license") = "GPL";
