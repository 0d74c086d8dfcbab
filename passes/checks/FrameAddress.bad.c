// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("kprobe/do_nanosleep") int program(void *context) {
  //- page
  long caller = (long)__builtin_return_address(0);
  //- end
  return caller & 1;
}
char _license[] SEC("license") = "GPL";
