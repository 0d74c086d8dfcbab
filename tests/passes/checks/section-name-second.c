// ip uses the first of two programs in one section; libbpf accepts both.
// REQUIRES: bpf-load, netns
// RUN: %bpfcc --loader=iproute2 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Werror --loader=iproute2 %s -o %t.repaired.o
// RUN: %bpfcc -Werror %s -o %t.o && kernel-says %t.o | FileCheck %s --check-prefix=BOTH
// RUN: unshare --net sh -c 'ip link add left type veth peer name right && ip link set dev left xdpgeneric obj "$1" sec xdp && bpftool net show dev left && bpftool prog show id $(ip -j link show dev left | sed "s/.*\"id\":\([0-9]*\).*/\1/")' sh %t.o | FileCheck %s --check-prefix=FIRST
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("xdp") int in_front(struct xdp_md *ctx) { return XDP_PASS; }
#ifdef REPAIRED
SEC("xdp_drop")
#else
// CHECK: section-name-second.c:[[@LINE+4]]:1: warning: 'behind' follows 'in_front' in section 'xdp': ip and tc use only the first program of a section [-Wbpf-section-name]
// CHECK: note: put it in its own section
SEC("xdp")
#endif
int behind(struct xdp_md *ctx) { return XDP_DROP; }
// BOTH: in_front: loads
// BOTH: behind: loads
// FIRST: name in_front
