// Which kernel accepts a program with tail calls and calls depends on the machine.
// RUN: not %bpfcc --kernel=5.19 --arch=aarch64 %s -o %t.o 2>&1 | FileCheck %s -DON="kernel 5.19 on aarch64"
// RUN: %bpfcc --kernel=6.0 --arch=aarch64 -Werror %s -o %t.o
// RUN: not %bpfcc --kernel=6.3 --arch=loongarch64 %s -o %t.o 2>&1 | FileCheck %s -DON="kernel 6.3 on loongarch64"
// RUN: %bpfcc --kernel=6.4 --arch=loongarch64 -Werror %s -o %t.o
// RUN: not %bpfcc --kernel=6.12 --arch=riscv64 %s -o %t.o 2>&1 | FileCheck %s -DON="kernel 6.12 on riscv64"
// RUN: not %bpfcc --kernel=6.18 --arch=ppc64le %s -o %t.o 2>&1 | FileCheck %s -DON="kernel 6.18 on ppc64le"
static long (*const tail_call)(void *, void *, unsigned) = (void *)12;
struct {
  int (*type)[3];
  int (*max_entries)[4];
  int (*key_size)[4];
  int (*value_size)[4];
} stages __attribute__((section(".maps"), used));
static __attribute__((noinline)) int stage(int *context) { return *(volatile int *)context & 3; }
__attribute__((section("xdp"), used)) int entry(int *context) {
  int index = stage(context);
  // CHECK: tail-call-machine.c:[[@LINE+1]]:3: error: 'entry' has a tail call and calls 'stage'; [[ON]] rejects programs with both [-Wbpf-tail-call]
  tail_call(context, &stages, index);
  return index;
}
