// A section ID/KEY belongs to the map with that id, which only definitions of old can name; where none has it it is empty.
// RUN: not %bpfcc --loader=iproute2-legacy %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --loader=iproute2-legacy -DREPAIRED -Werror %s -o %t.o
// RUN: not %bpfcc -DNEW %s -o %t.o 2>&1 | FileCheck %s
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct bpf_elf_map {
  __u32 type, size_key, size_value, max_elem, flags, id, pinning, inner_id, inner_idx;
};
#ifdef NEW
struct {
  __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
  __uint(max_entries, 2);
  __type(key, __u32);
  __type(value, __u32);
} stages SEC(".maps");
#elif defined REPAIRED
struct bpf_elf_map stages SEC("maps") = {.type = BPF_MAP_TYPE_PROG_ARRAY, .size_key = 4, .size_value = 4, .max_elem = 2, .id = 0x2};
#else
struct bpf_elf_map stages SEC("maps") = {.type = BPF_MAP_TYPE_PROG_ARRAY, .size_key = 4, .size_value = 4, .max_elem = 2, .id = 1};
#endif
// CHECK: map-definition-tail-section.c:[[@LINE+2]]:1: error: 'first' in section '2/0' belongs to the map with id 2, which does not exist [-Wbpf-map-definition]
// CHECK: note: the number is the 'id' of a struct bpf_elf_map in this source
SEC("2/0") int first(struct __sk_buff *skb) { return 0; }
// CHECK: 1 error generated
SEC("classifier") int entry(struct __sk_buff *skb) {
  bpf_tail_call(skb, &stages, 0);
  return 0;
}
