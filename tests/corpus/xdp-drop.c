// XDP, the smallest: drops what comes.
// RUN: same-code %bpfcc %s %t
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp") int drop(struct xdp_md *context) { return XDP_DROP; }

char License[] SEC("license") = "GPL";
