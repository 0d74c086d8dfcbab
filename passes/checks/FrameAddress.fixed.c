// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("kprobe/do_nanosleep") int program(void *context) {
  //- page
  long address = bpf_get_func_ip(context);         /* the function that a tracing program is attached to */
  //- end
  return address & 1;
}
char _license[] SEC("license") = "GPL";
