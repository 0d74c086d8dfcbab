// A header that asks for the machine's macro lays a struct out otherwise in a BPF compile; with the machine's types, or
// where both layouts agree, nothing is reported.
// RUN: %bpfcc --arch=x86_64 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --arch=x86_64 -DSAME -Werror -c %s -o %t.o
// RUN: %bpfcc --target=x86_64-linux-gnu -Werror -c %s -o %t.o
#include <linux/bpf.h>
#include <linux/eventpoll.h>
#include <bpf/bpf_helpers.h>
long seen;
SEC("xdp") int program(struct xdp_md *ctx) {
  struct epoll_event event = {};
  if (bpf_xdp_load_bytes(ctx, 0, &event, sizeof event))
    return 0;
#ifdef SAME
  return event.events;
#else
  // CHECK: native-types.c:[[@LINE+1]]:16: warning: 'struct epoll_event' is read at byte 8, in 'data', but its layout differs on x86_64: <linux/eventpoll.h> tests a macro that is not defined for BPF [-Wbpf-native-types]
  seen = event.data;
  return 0;
  // CHECK: note: use --target=x86_64-linux-gnu to read the header as that machine does
#endif
}
// CHECK: 1 warning generated
