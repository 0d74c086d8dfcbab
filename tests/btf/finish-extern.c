// What is extern stays as the loader has to see it.
// RUN: %bpfcc -c %s -o %t.o
// RUN: %bpfbtf dump %t.o | FileCheck %s
#define SEC(x) __attribute__((section(x), used))
extern int LINUX_KERNEL_VERSION SEC(".kconfig");
extern void bpf_rcu_read_lock(void) SEC(".ksyms");
extern void bpf_rcu_read_unlock(void) SEC(".ksyms");
SEC("tc") int program(void *context) {
  bpf_rcu_read_lock();
  bpf_rcu_read_unlock();
  return LINUX_KERNEL_VERSION;
}
// CHECK-DAG: FUNC 'bpf_rcu_read_lock' type_id={{[0-9]+}} linkage=extern
// CHECK-DAG: VAR 'LINUX_KERNEL_VERSION' type_id={{[0-9]+}}, linkage=extern
// CHECK-DAG: DATASEC '.kconfig' size=0 vlen=1
// CHECK-DAG: DATASEC '.ksyms' size=0 vlen=2
// RUN: kernel-says %t.o | FileCheck %s --check-prefix=LOADS
// REQUIRES: bpf-load, vmlinux-btf
// LOADS: program: loads
char license[] SEC("license") = "GPL";
