// What CO-RE relocates lies where the kernel has it, whatever the types say; a struct of the program's own is its own.
// RUN: %bpfcc --arch=aarch64 -Werror -c %s -o %t.o
struct pt_regs {
  unsigned long r15, r14, r13, r12, bp, bx, r11, r10, r9, r8, ax, cx, dx, si, di, orig_ax, ip, cs, flags, sp, ss;
} __attribute__((preserve_access_index));
struct stat {
  unsigned long st_mode, st_size;
};
__attribute__((section("kprobe/do_unlinkat"))) int program(struct pt_regs *registers) {
  struct stat *file = (void *)registers->si;
  unsigned long size = 0;
  ((long (*)(void *, unsigned, const void *))112)(&size, sizeof size, &file->st_size);
  return registers->di != 0 && size;
}
char license[] __attribute__((section("license"))) = "GPL";
