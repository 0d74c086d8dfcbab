// What fwd leaves behind between two calls: the maps, and a link for each interface, pinned in the BPF file system.
#pragma once
#include "fail.h"
#include "fw.h"
#include <stdbool.h>

#define BPF_FS "/sys/fs/bpf"
#define PINS BPF_FS "/fwd"
#define LINK_PATH (sizeof(PINS) + 32)

// File descriptors of the pinned maps. They are closed when the process ends.
struct state {
  int rules;
  int counters;
  int traffic;
  int interfaces;
};

// Waits until no other fwd is at work; rejects where there is no BPF file system. The lock ends with the process.
enum outcome lock_pins(void);

// Opens the maps, and forgets interfaces that are no longer there. Rejects where none is attached.
enum outcome open_state(struct state *state);

// The pin of an interface's XDP link. It is called by the index: the file system takes no dot, and eth0.7 has one.
void link_path(__u32 ifindex, char path[LINK_PATH]);

// Removes the pin of an interface's link and what the maps hold of it.
void forget_interface(const struct state *state, __u32 ifindex);

// Removes the pins of the maps when no interface is left, and the maps go with them. Returns whether it did.
bool remove_pins_if_unused(const struct state *state);
