// bpfcc --kernel=5.10
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
__u64 counter;
SEC("socket") int program(struct __sk_buff *skb) {
  //- page
  __sync_fetch_and_add(&counter, 1);               /* the result is unused: lock += on every kernel */
  //- end
  return 0;
}
