// bpfcc
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
//- page
SEC("xdp_drop") int drop(struct xdp_md *ctx) { return XDP_DROP; }
//- end
