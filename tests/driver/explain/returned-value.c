// A value that the type of the program does not allow.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: 'verdict' returns 77, but a program of section 'cgroup_skb/egress' may return only 0 to 3
// CHECK: note: the returned value is set to 77 here
// CHECK: note: 'verdict' is a program of section 'cgroup_skb/egress'
// CHECK: note: return 0 to 3
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("cgroup_skb/egress")
int verdict(struct __sk_buff *skb)
{
#ifdef REPAIRED
  return 3;
#else
  return 77;
#endif
}
