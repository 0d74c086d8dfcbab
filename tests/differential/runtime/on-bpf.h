// program.h for BPF.
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

#define MAP(name, kind, entries, key_type, ...)                                                                        \
  struct {                                                                                                             \
    __uint(type, BPF_MAP_TYPE_##kind);                                                                                 \
    __uint(max_entries, entries);                                                                                      \
    __type(key, key_type);                                                                                             \
    __type(value, __VA_ARGS__);                                                                                        \
  } name SEC(".maps")

// The loader finds globals through the BTF of .data and .bss.
#define OBSERVE(variable)

#define CONTEXT_xdp struct xdp_md
#define CONTEXT_tc struct __sk_buff
#define PROGRAM(kind, name) SEC(#kind) int name(CONTEXT_##kind *context)
#define DATA(context) ((void *)(long)(context)->data)
#define DATA_END(context) ((void *)(long)(context)->data_end)

char _license[] SEC("license") = "GPL";
