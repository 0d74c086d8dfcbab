// A variable, and a table that is indexed.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int counted;
const volatile int table[] = {4, 5, 6, 7};

SEC("socket") int needs_variable(void *context) { return counted++; }
SEC("socket") int needs_table(struct __sk_buff *skb) { return table[skb->len & 3]; }
