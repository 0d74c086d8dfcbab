// An attribute of a function turns one transform off for it, or all. A name that no transform has gets a warning.
// RUN: %bpfcc -mcpu=v3 -Rbpf-transforms %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=remark:
// RUN: llvm-objdump -d %t.o | FileCheck %s --check-prefix=CODE
// CHECK-DAG: warning: there is no transform 'one-registers', which an attribute turns off
#include "Inputs/values.h"
static __always_inline int both(struct __sk_buff *skb) {
  struct value *one = value_of(&first, skb->mark), *other = value_of(&first, skb->mark + 1);
  if (!one && !other)
    return 0;
  return (one ? one : other)->index;
}
// CHECK-DAG: transform-attribute.c:[[@LINE-4]]:{{[0-9]+}}: remark: two pointers are tested one after the other [bpf-null-tests]
// CODE-LABEL: <repaired>:
// CODE-NOT: |=
// CODE-LABEL: <null>:
// CODE: |=
// CODE-LABEL: <all>:
// CODE: |=
// CODE-LABEL: <unknown>:
// CODE-NOT: |=
SEC("tc") int repaired(struct __sk_buff *skb) { return both(skb); }
__attribute__((annotate("bpf-no-null-tests"))) SEC("tc") int null(struct __sk_buff *skb) { return both(skb); }
__attribute__((annotate("bpf-no-transforms"))) SEC("tc") int all(struct __sk_buff *skb) { return both(skb); }
__attribute__((annotate("bpf-no-one-registers"))) SEC("tc") int unknown(struct __sk_buff *skb) { return both(skb); }
// CODE-LABEL: <context>:
// CODE: r{{[0-9]}} +=
__attribute__((annotate("bpf-no-context-offsets"))) SEC("tc") int context(struct __sk_buff *skb) {
  __u32 result;
  if (skb->len > 100) {
    result = skb->cb[0];
    bpf_printk("large");
    result += skb->mark;
  } else {
    bpf_printk("small");
    result = skb->cb[3];
    result += skb->priority;
  }
  return result;
}
