// What the maps hold: written on the kernel's side and read by the loader, or the other way round. No structure has a
// hole, since maps compare and copy whole bytes.
#pragma once
#include <linux/types.h>

#ifndef MAX_RULES
#error "MAX_RULES is set by CMakeLists.txt; without CMake, compile with -DMAX_RULES=64"
#endif

enum family { IPV4 = 4, IPV6 = 6 };

enum action { PASS, DROP };

// A key of the trie `rules`. Protocol 0 is any protocol, port 0 any port.
struct rule_key {
  __u32 bits; // how many of the bits below have to match: EXACT_BITS and the prefix's length
  __u8 family;
  __u8 protocol;
  __be16 port;      // the destination's
  __u8 address[16]; // the source's; an IPv4 address has the first four bytes
};

// The family, the protocol and the port stand before the address, so a rule matches only where all three are the same.
#define EXACT_BITS 32

_Static_assert(sizeof(struct rule_key) == 4 + EXACT_BITS / 8 + 16, "a rule's key has a hole");

struct rule {
  __u16 slot;
  __u8 action;
  __u8 length; // of the prefix
};

// The map `counters`: first the slots of the rules, then those of the packets for which no rule was found or asked.
enum slot { NO_RULE = MAX_RULES, NOT_IP, MALFORMED, SLOTS };

struct counter {
  __u64 packets;
  __u64 bytes;
};

enum direction { INGRESS, EGRESS, DIRECTIONS };

// A key of the map `traffic`. The protocol is the number in the IP header, or OTHER_PROTOCOL for a packet that is not
// IP.
struct traffic_key {
  __u32 ifindex;
  __u16 direction;
  __u16 protocol;
};

#define OTHER_PROTOCOL 256

// A value of the map `interfaces`, whose key is the interface's index: how the loader finds its own filters again.
struct attachment {
  __u32 handle[DIRECTIONS];
  __u32 priority[DIRECTIONS];
  __u32 made_clsact;
};

#define MAX_INTERFACES 64
