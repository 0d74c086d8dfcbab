// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
SEC("kprobe/do_nanosleep") int program(void *context) {
  char name[16];
  bpf_probe_read_kernel(name, sizeof name, context);     /* and no license in the source */
//- end
  return name[0];
}
