// What the two halves share.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct sample {
  __u32 packets;
};

extern int factor;
int scaled(int value);
