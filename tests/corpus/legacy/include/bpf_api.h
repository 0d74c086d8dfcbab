// The macros that iproute2's own examples take from a header which Debian's package leaves out.
#pragma once

#include "idioms.h"
#include <linux/pkt_cls.h>
#include <linux/pkt_sched.h>

#define __section_maps __section(ELF_SECTION_MAPS)
#define __section_cls_entry __section(ELF_SECTION_CLASSIFIER)
#define BPF_H_DEFAULT TC_ACT_UNSPEC
#define BPF_LICENSE(NAME) char _license[] __section(ELF_SECTION_LICENSE) = NAME
#define printt printk
