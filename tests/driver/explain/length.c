// The length of a call has no bound: the argument by its number and its name.
// REQUIRES: bpf-load
// RUN: exits 1 %bpfcc -Wno-bpf -Wno-everything --verify %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc -DREPAIRED -Wno-bpf -Wno-everything --verify %s -o %t.o
// CHECK: error: the 2nd argument of bpf_probe_read_kernel(), 'n', {{has no upper bound|may be negative}} here
// CHECK: note: 'n' is computed here
// CHECK: note: {{compare 'n' with a constant first|declare 'n' as unsigned}}
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("kprobe/x") int copy(void *ctx)
{
  char text[32];
  int n = bpf_get_smp_processor_id() - 3;
#ifdef REPAIRED
  if (n < 0 || n > 32)
    return 0;
#endif
  bpf_probe_read_kernel(text, n, ctx);
  bpf_printk("%d", text[0]);
  return 0;
}
char _license[] SEC("license") = "GPL";
