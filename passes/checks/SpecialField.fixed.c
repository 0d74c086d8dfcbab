// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct counter {
  __u64 packets;
};
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 1);
  __type(key, __u32);
  __type(value, struct counter);
} counters SEC(".maps");
SEC("kprobe/do_nanosleep") int program(void *context) {
  __u32 key = 0;
  struct counter *counter = bpf_map_lookup_elem(&counters, &key);
  if (counter)
    //- page
    __sync_fetch_and_add(&counter->packets, 1);
    //- end
  return 0;
}
char _license[] SEC("license") = "GPL";
