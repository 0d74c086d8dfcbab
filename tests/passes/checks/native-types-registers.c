// Registers of another machine than the program is for; for that machine they are right.
// RUN: %bpfcc --arch=aarch64 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: %bpfcc --arch=x86_64 -Werror -c %s -o %t.o
struct pt_regs {
  unsigned long r15, r14, r13, r12, bp, bx, r11, r10, r9, r8, ax, cx, dx, si, di, orig_ax, ip, cs, flags, sp, ss;
};
__attribute__((section("kprobe/do_unlinkat"))) int program(struct pt_regs *registers) {
  // CHECK: native-types-registers.c:[[@LINE+1]]:21: warning: 'struct pt_regs' is read at byte 112, in 'di', as on x86_64, but the program is for aarch64 [-Wbpf-native-types]
  return registers->di != 0;
  // CHECK: note: use --arch=x86_64 to compile for that machine
}
// CHECK: 1 warning generated
