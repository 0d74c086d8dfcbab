// --target= gives the source the macros and the types of that machine: char is signed on x86_64, and not on aarch64.
// RUN: %bpfcc -mcpu=v3 --target=x86_64-linux-gnu -S %s -o - | FileCheck --check-prefix=X86 %s
// RUN: %bpfcc -mcpu=v3 --target=aarch64-linux-gnu -S %s -o - | FileCheck --check-prefix=ARM %s
// RUN: %bpfcc -mcpu=v3 --arch=x86_64 -S %s -o - | FileCheck --check-prefix=BPF %s
#if defined(__x86_64__) && defined(__TARGET_ARCH_x86)
enum { machine = 100 };
#elif defined(__aarch64__) && defined(__TARGET_ARCH_arm64)
enum { machine = 200 };
#elif defined(__bpf__)
enum { machine = 300 };
#endif

// X86: w0 = 101
// ARM: w0 = 200
// BPF: w0 = 301
__attribute__((section("xdp"))) int prog(void *context) { return machine + ((char)-1 < 0); }
