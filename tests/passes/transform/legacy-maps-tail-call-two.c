// Of two arrays with one id the first gets the programs, as it always did; the second is reported.
// RUN: %bpfcc --loader=iproute2 -I%S/../Inputs %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %bpfcc --loader=iproute2 -DOWN -Werror -I%S/../Inputs %s -o %t.o
#include "legacy.h"
#ifdef OWN
#define SECOND 2
#else
#define SECOND 1
#endif
MAP(first, .type = BPF_MAP_TYPE_PROG_ARRAY, .id = 1, .size_key = 4, .size_value = 4, .max_elem = 2, .pinning = PIN_GLOBAL_NS);
// CHECK: legacy-maps-tail-call-two.c:[[@LINE+1]]:{{.*}} warning: 'second' has the same id 1 as 'first'; programs in sections 1/KEY are put only into 'first' [-Wbpf-map-definition]
MAP(second, .type = BPF_MAP_TYPE_PROG_ARRAY, .id = SECOND, .size_key = 4, .size_value = 4, .max_elem = 2, .pinning = PIN_GLOBAL_NS);
// An id of maps that a map holds is not one of programs.
MAP(third, .type = BPF_MAP_TYPE_ARRAY, .id = 1, .size_key = 4, .size_value = 4, .max_elem = 2);
SEC("1/0") int zero(struct __sk_buff *skb) { return 0; }
SEC("1/1") int one(struct __sk_buff *skb) { return 0; }
SEC("classifier") int entry(struct __sk_buff *skb) {
  bpf_tail_call(skb, &first, 0);
  bpf_tail_call(skb, &second, 1);
  return 0;
}
