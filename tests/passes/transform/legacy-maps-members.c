// A loader read the numbers by their places: a member that it does not know, or that stands elsewhere, is an error. The
// struct may have any tag, or none, and at its end members may be missing.
// RUN: not %bpfcc -I%S/../Inputs %s 2>&1 | FileCheck %s --implicit-check-not=error:
// RUN: not %bpfcc -I%S/../Inputs --loader=iproute2-legacy %s 2>&1 | FileCheck %s --implicit-check-not=error:
#include "legacy.h"
struct { __u32 type, size_key, size_value, max_elem; } without_tag SEC("maps") = {BPF_MAP_TYPE_ARRAY, 4, 8, 1};
struct other { int type; unsigned key_size, value_size, max_entries; } with_another SEC("maps") = {BPF_MAP_TYPE_ARRAY, 4, 8, 1};

// CHECK: legacy-maps-members.c:[[@LINE+1]]:{{.*}} error: 'unknown' is not a definition that loaders can read: 'size' is not a member of struct bpf_elf_map [-Wbpf-map-definition]
struct { __u32 type, size; } unknown SEC("maps") = {BPF_MAP_TYPE_ARRAY, 4};
// CHECK: note: its members must be, in this order, type, size_key, size_value, max_elem, flags, id, pinning, inner_id, inner_idx; trailing members may be omitted

// CHECK: legacy-maps-members.c:[[@LINE+1]]:{{.*}} error: 'reordered' {{.*}}: 'pinning' is where struct bpf_elf_map has 'flags'
struct { __u32 type, size_key, size_value, max_elem, pinning, flags; } reordered SEC("maps") = {BPF_MAP_TYPE_ARRAY, 4, 8, 1};

// CHECK: legacy-maps-members.c:[[@LINE+1]]:{{.*}} error: 'too_long' {{.*}}: 'numa_node' is not a member of struct bpf_map_def
struct { __u32 type, key_size, value_size, max_entries, map_flags, numa_node; } too_long SEC("maps") = {BPF_MAP_TYPE_ARRAY, 4, 8, 1};

// CHECK: legacy-maps-members.c:[[@LINE+1]]:{{.*}} error: 'wide' {{.*}}: 'size_key' does not have 32 bits as in struct bpf_elf_map
struct { __u32 type; __u64 size_key, size_value, max_elem; } wide SEC("maps") = {BPF_MAP_TYPE_ARRAY, 4, 8, 1};

// CHECK: legacy-maps-members.c:[[@LINE+1]]:{{.*}} error: 'nameless' {{.*}}: it has a member without a name
struct { struct { __u32 type, size_key, size_value, max_elem; }; } nameless SEC("maps") = {{BPF_MAP_TYPE_ARRAY, 4, 8, 1}};

// CHECK: legacy-maps-members.c:[[@LINE+1]]:{{.*}} error: 'number' is not a map definition
int number SEC("maps") = 1;

// CHECK: legacy-maps-members.c:[[@LINE+1]]:{{.*}} error: 'empty' has no map type
struct bpf_elf_map SEC("maps") empty;

SEC("classifier") int program(void *context) { return 0; }
