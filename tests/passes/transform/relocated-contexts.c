// Members of a context at relocated offsets, as with vmlinux.h, are accessed where the source does, with all relocations.
// REQUIRES: bpf-load
// RUN: %bpfcc -mcpu=v3 -fno-bpf-context-offsets %s -o %t.off.o && kernel-says %t.off.o | FileCheck %s --check-prefix=OFF
// RUN: %bpfcc -mcpu=v3 %s -o %t.o && kernel-says %t.o | FileCheck %s
// RUN: %bpfcc -mcpu=v1 %s -o %t.v1.o && kernel-says %t.v1.o | FileCheck %s
// RUN: %bpfcc -mcpu=v3 -S -emit-llvm %s -o - | FileCheck %s --check-prefix=IR
// RUN: %bpfbtf dump --format=ext %t.off.o | sed -n 's/.*\(access=.*\)/\1/p' | sort > %t.relocations.off
// RUN: %bpfbtf dump --format=ext %t.o | sed -n 's/.*\(access=.*\)/\1/p' | sort > %t.relocations
// RUN: diff %t.relocations.off %t.relocations && FileCheck %s --check-prefix=RELOCATIONS --input-file=%t.relocations
// OFF-DAG: sunk: rejected: dereference of modified ctx ptr
// OFF-DAG: chosen: rejected: dereference of modified ctx ptr
// OFF-DAG: changed: loads
// CHECK-DAG: sunk: loads
// CHECK-DAG: chosen: loads
// CHECK-DAG: changed: loads
// IR-NOT: {{= c[a]ll i32 @llvm.bpf.getelementptr}}
// RELOCATIONS-COUNT-12: kind=byte_off
// RELOCATIONS-NOT: kind=
#include <stddef.h>
#include <stdint.h>
#define SEC(Name) __attribute__((section(Name), used))
#pragma clang attribute push(__attribute__((preserve_access_index)), apply_to = record)
struct __sk_buff {
  uint32_t len, pkt_type, mark, queue_mapping, protocol, vlan_present, vlan_tci, vlan_proto, priority;
  uint32_t ingress_ifindex, ifindex, tc_index, cb[5];
};
#pragma clang attribute pop
static long (*bpf_trace_printk)(const char *Text, uint32_t Size, ...) = (void *)6;
SEC("tc") int sunk(struct __sk_buff *skb) {
  uint32_t result;
  char large[] = "large", small[] = "small";
  if (skb->len > 100) {
    result = skb->cb[0];
    bpf_trace_printk(large, sizeof(large));
    result += skb->mark;
  } else {
    bpf_trace_printk(small, sizeof(small));
    result = skb->cb[3];
    result += skb->priority;
  }
  return result;
}
SEC("tc") int chosen(struct __sk_buff *skb) {
  switch (skb->protocol) {
  case 1:
    return skb->cb[0];
  case 2:
    return skb->cb[1];
  case 3:
    return skb->cb[2];
  }
  return skb->cb[3];
}
SEC("tc") int changed(struct __sk_buff *skb) {
  skb->mark += 1;
  return 0;
}
char license[] SEC("license") = "GPL";
