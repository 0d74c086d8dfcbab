// One thing that is omitted was forgotten, though the program that loads the object may set it: a warning, also under
// -Werror. Who omits several sets them (bcc, xdp-tools, systemd).
// RUN: %bpfcc -Werror %s -o %t.o 2>&1 | FileCheck %s
// RUN: not %bpfcc -Werror=bpf-map-definition %s -o %t.o 2>&1 | FileCheck %s --check-prefix=ASKED
// RUN: %bpfcc -w %s -o %t.o 2>&1 | count 0
// RUN: %bpfcc -DSHARED %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DTWO_OF_A_STRUCT %s -o %t.o 2>&1 | count 0
// RUN: %bpfcc -DTWO_MAPS %s -o %t.o 2>&1 | count 0
// RUN: %bpfcc -DTWO_NUMBERS %s -o %t.o 2>&1 | count 0
// RUN: not %bpfcc -DTWO_MAPS --loader=bpftool %s -o %t.o 2>&1 | FileCheck %s --check-prefix=BOTH
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
// CHECK: map-definition-forgotten.c:[[@LINE+9]]:1: warning: 'flows' has no max_entries, which a BPF_MAP_TYPE_HASH requires [-Wbpf-map-definition]
// CHECK: note: add __uint(max_entries, N), or call bpf_map__set_max_entries() in the loading program
// ASKED: error: 'flows' has no max_entries
struct flows {
  __uint(type, BPF_MAP_TYPE_HASH);
  __type(key, __u32);
#ifndef TWO_NUMBERS
  __type(value, __u64);
#endif
} flows SEC(".maps");
// BOTH: error: 'flows' has no max_entries
// BOTH: error: 'peers' has no max_entries
#ifdef TWO_MAPS
struct {
  __uint(type, BPF_MAP_TYPE_HASH);
  __type(key, __u32);
  __type(value, __u64);
} peers SEC(".maps");
#endif
#ifdef TWO_OF_A_STRUCT
struct flows hosts SEC(".maps");
#endif
#ifdef SHARED
struct {
  __uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
  __uint(max_entries, 1);
  __type(key, __u32);
  __array(values, struct flows);
} outer SEC(".maps") = {.values = {&flows}};
#endif
SEC("xdp") int program(struct xdp_md *ctx) { return XDP_PASS; }
