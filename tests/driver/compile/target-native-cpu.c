// The instruction set is BPF's whoever's types the source has, and is recorded; -march= is the other machine's.
// RUN: %bpfcc --target=x86_64-linux-gnu -march=native -mcpu=v2 -c %s -o %t.v2.o
// RUN: llvm-readelf -s %t.v2.o | FileCheck --check-prefix=RECORD %s
// RUN: %bpfcc --target=x86_64-linux-gnu -mcpu=v3 -S %s -o - | FileCheck --check-prefix=ALU32 %s
// RUN: %bpfcc --target=x86_64-linux-gnu -mcpu=v2 -S %s -o - | FileCheck --check-prefix=ALU64 %s
// RECORD: bpfcc.cpu.v2
// ALU32: {{^[[:space:]]}}w0 = *(u32 *)(r1 + 0)
// ALU64: {{^[[:space:]]}}r0 = *(u32 *)(r1 + 0)
__attribute__((section("socket"))) unsigned prog(unsigned *context) { return *context; }
