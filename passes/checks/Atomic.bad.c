// bpfcc --kernel=5.10
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
__u64 flags;
SEC("socket") int program(struct __sk_buff *skb) {
  //- page
  __u64 before = __sync_fetch_and_or(&flags, 1);   /* --kernel=5.10 */
  //- end
  return before & 1;
}
