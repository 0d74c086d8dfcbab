// <linux/*.h> compile with no flag: they need <asm/types.h>, which Debian keeps in its multiarch folder.
// RUN: %bpfcc -Wall -Werror %s -o %t.o
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/pkt_cls.h>
#include <linux/ptrace.h>
#include <linux/tcp.h>
#include <linux/types.h>
#include <linux/udp.h>
_Static_assert(sizeof(struct iphdr) == 20 && sizeof(__u64) == 8, "the kernel's types are there");
