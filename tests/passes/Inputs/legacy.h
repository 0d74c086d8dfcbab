// Maps as they were defined before BTF.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#define PIN_GLOBAL_NS 2
// As iproute2 reads it.
struct bpf_elf_map {
  __u32 type, size_key, size_value, max_elem, flags, id, pinning, inner_id, inner_idx;
};
// As libbpf before 1.0 reads it.
struct bpf_map_def {
  unsigned int type, key_size, value_size, max_entries, map_flags;
};
#define MAP(name, ...) struct bpf_elf_map SEC("maps") name = {__VA_ARGS__}
#define ANNOTATE(name, key_type, value_type)                                                                           \
  struct ____btf_map_##name {                                                                                          \
    key_type key;                                                                                                      \
    value_type value;                                                                                                  \
  };                                                                                                                   \
  struct ____btf_map_##name __attribute__((section(".maps." #name), used)) ____btf_map_##name = {}
char _license[] SEC("license") = "GPL";
