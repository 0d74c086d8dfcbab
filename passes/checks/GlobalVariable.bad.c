// bpfcc --kernel=5.1
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
static __u64 packets;                              /* --kernel=5.1 */

SEC("xdp") int program(struct xdp_md *ctx) { packets++; return XDP_PASS; }
//- end
__u64 total(void) { return packets; }
