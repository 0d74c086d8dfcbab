// What the programs of this folder have in common: iproute2's definition of a map, and that of libbpf before 1.0.
#pragma once

#include <linux/bpf.h>
#include <linux/pkt_cls.h>
#include <linux/ptrace.h>
#include <iproute2/bpf_elf.h>
#include <bpf/bpf_helpers.h>

struct bpf_map_def {
	unsigned int type;
	unsigned int key_size;
	unsigned int value_size;
	unsigned int max_entries;
	unsigned int map_flags;
};

#define MAPS __attribute__((section("maps"), used))

char _license[] SEC("license") = "GPL";
