// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct {
  __uint(type, BPF_MAP_TYPE_RINGBUF);
  __uint(max_entries, 4096);
} ring SEC(".maps");
SEC("tc") int program(struct __sk_buff *skb) {
  __u32 event = skb->len;
  //- page
  bpf_ringbuf_output(&ring, &event, sizeof event, 0);
  //- end
  return 0;
}
char _license[] SEC("license") = "GPL";
