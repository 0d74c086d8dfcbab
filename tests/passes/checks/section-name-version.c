// A section that the named libbpf does not know yet.
// RUN: %bpfcc --loader=libbpf:1.2 %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -Werror --loader=libbpf:1.3 %s -o %t.o
// RUN: %bpfcc -Werror %s -o %t.o
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
// CHECK: section-name-version.c:[[@LINE+2]]:1: warning: libbpf knows no program type for section 'tcx/ingress'
// CHECK: note: libbpf supports it since 1.3
SEC("tcx/ingress") int count(struct __sk_buff *skb) { return 0; }
