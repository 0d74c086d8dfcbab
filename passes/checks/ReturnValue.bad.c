// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("cgroup/connect4") int program(struct bpf_sock_addr *ctx) {
  //- page
  if (ctx->user_port == 80)
    return 2;
  //- end
  return 1;
}
char _license[] SEC("license") = "GPL";
