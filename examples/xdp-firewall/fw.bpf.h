// What parse.bpf.c and rules.bpf.c know of each other.
#pragma once
#include "fw.h"
#include <bpf/bpf_helpers.h>
#include <linux/bpf.h>

// What a rule may look at.
struct packet {
  __u32 bytes; // of the whole frame
  __u8 family;
  __u8 protocol;
  __be16 port; // 0 where there is none: ICMP, or a later fragment
  __u8 source[16];
};

// Finds the rule for a packet, counts the packet there, and returns what the rule says: an enum action. It is a global
// function: the kernel verifies it once and by itself, not again in every program that calls it.
int decide(const struct packet *packet);

struct counters {
  __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
  __uint(max_entries, SLOTS);
  __type(key, __u32);
  __type(value, struct counter);
  __uint(pinning, LIBBPF_PIN_BY_NAME);
};

// Each processor has a counter of its own and runs one of these programs at a time: nothing has to be atomic.
static inline void add_packet(struct counter *counter, __u64 bytes) {
  counter->packets++;
  counter->bytes += bytes;
}
