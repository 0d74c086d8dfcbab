// <bpf/*.h> compile with no flag.
// RUN: %bpfcc -Wall -Werror %s -o %t.o
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <stdint.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_tracing.h>
SEC("xdp") int swap(struct xdp_md *context) { return bpf_htons(context->rx_queue_index); }
