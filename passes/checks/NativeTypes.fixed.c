// bpfcc --target=x86_64-linux-gnu
#include <sys/stat.h>
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("kprobe/do_nanosleep") int program(void *context) {
  struct stat *file = context;
  __u64 size = 0;
  bpf_probe_read_user(&size, sizeof size, &file->st_size);
  return size & 1;
}
char _license[] SEC("license") = "GPL";
