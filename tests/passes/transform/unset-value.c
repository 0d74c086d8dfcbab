// A variable that is not set on every path is 0 there: the kernel rejects a register that nothing wrote.
// REQUIRES: bpf-load
// RUN: clang --target=bpf -O2 -g -c %s -o %t.clang.o && kernel-says %t.clang.o | FileCheck %s --check-prefix=CLANG
// RUN: %bpfcc %s -o %t.o && kernel-says %t.o | FileCheck %s
// RUN: %bpfcc -DREPAIRED %s -o %t.repaired.o && kernel-says %t.repaired.o | FileCheck %s
// CLANG: program: rejected: R{{[0-9]}} !read_ok
// CHECK: program: loads
#ifdef REPAIRED
#define UNSET = 0
#else
#define UNSET
#endif
struct packet { // as far as it is used, struct __sk_buff
  unsigned length, type, mark, queue, protocol;
};
static unsigned (*get_prandom_u32)(void) = (void *)7, (*get_smp_processor_id)(void) = (void *)8;
__attribute__((section("tc"), used)) int program(struct packet *packet) {
  unsigned number UNSET;
  if (packet->protocol == 8)
    number = get_prandom_u32();
  else if (packet->protocol == 6)
    number = get_smp_processor_id() + packet->length;
  return number > 20 ? 1 : 2;
}
char _license[] __attribute__((section("license"), used)) = "GPL";
