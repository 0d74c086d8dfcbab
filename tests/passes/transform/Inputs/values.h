// What programs have to do with whose registers the verifier has to know the ranges of.
#include <linux/bpf.h>
#include <stdbool.h>
#include <bpf/bpf_helpers.h>

struct value {
  __u64 numbers[16];
  __u8 bytes[256];
  __u32 index, length;
  __u16 offset, other;
  __s32 signed_index;
};

struct {
  __uint(type, BPF_MAP_TYPE_ARRAY);
  __uint(max_entries, 4);
  __type(key, __u32);
  __type(value, struct value);
} first SEC(".maps"), second SEC(".maps");

static __always_inline struct value *value_of(void *map, __u32 key) { return bpf_map_lookup_elem(map, &key); }

char _license[] SEC("license") = "GPL";
