// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("kprobe/do_nanosleep") int program(void *context) {
  char name[16];
  bpf_probe_read_kernel(name, sizeof name, context);
  return name[0];
}
//- page
char _license[] SEC("license") = "GPL";
//- end
