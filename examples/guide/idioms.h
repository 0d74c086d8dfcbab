// What programs for the loader of iproute2 began with, before there were bpf_helpers.h and BTF: each wrote these few
// macros for itself. The definition of a map, struct bpf_elf_map, is iproute2's own.
#pragma once

#include <iproute2/bpf_elf.h>
#include <linux/bpf.h>
#include <stdint.h>

// By its section's name ip and tc find a program, a map and the license.
#define __section(NAME) __attribute__((section(NAME), used))

// A program in the section ID/KEY stands in slot KEY of the program array whose id is ID.
#define __section_tail(ID, KEY) __section_of_slot(ID, KEY)
#define __section_of_slot(ID, KEY) __section(#ID "/" #KEY)

#undef __inline
#define __inline inline __attribute__((always_inline))

// A helper is a function at the address that is its number: BPF_FUNC(map_lookup_elem, ...) declares map_lookup_elem().
#define BPF_FUNC(NAME, ...) (*NAME)(__VA_ARGS__) __attribute__((unused)) = (void *)BPF_FUNC_##NAME

static void *BPF_FUNC(map_lookup_elem, void *map, const void *key);
static long BPF_FUNC(map_update_elem, void *map, const void *key, const void *value, uint64_t flags);
static long BPF_FUNC(tail_call, void *ctx, void *map, uint32_t slot);
static long BPF_FUNC(trace_printk, const char *format, int size, ...);
static uint64_t BPF_FUNC(ktime_get_ns, void);
static long BPF_FUNC(skb_store_bytes, struct __sk_buff *skb, uint32_t offset, const void *from, uint32_t size,
                     uint64_t flags);
static long BPF_FUNC(l3_csum_replace, struct __sk_buff *skb, uint32_t offset, uint64_t from, uint64_t to,
                     uint64_t size);

// The format lies on the stack, because the loader knew no constants; three values are left of five arguments.
#define printk(FORMAT, ...)                                                                                            \
  do {                                                                                                                 \
    char text[] = FORMAT;                                                                                              \
    trace_printk(text, sizeof(text), ##__VA_ARGS__);                                                                   \
  } while (0)

#define lock_xadd(SUM, VALUE) ((void)__sync_fetch_and_add(SUM, VALUE))
