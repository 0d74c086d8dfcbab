// Sizes of data sections and offsets of variables are in the object, and nothing is left for a loader to relocate.
// RUN: %bpfcc -c %s -o %t.o
// RUN: %bpfbtf dump %t.o | FileCheck %s
// RUN: llvm-readelf -S %t.o | FileCheck %s --check-prefix=SECTIONS --implicit-check-not=.rel.BTF
// RUN: llvm-readelf -s %t.o | FileCheck %s --check-prefix=SYMBOLS
// SECTIONS: .BTF
// SECTIONS: .BTF.ext
#define SEC(x) __attribute__((section(x), used))
// A symbol's section has moved up with the relocations gone.
// SYMBOLS: OBJECT GLOBAL DEFAULT [[#DATA:]] small
// SYMBOLS: OBJECT GLOBAL DEFAULT [[#DATA]] large
long large = 1;
char small = 2;
int zero;
// CHECK: DATASEC '.bss' size=4 vlen=1
// CHECK-NEXT: offset=0 size=4 (VAR 'zero')
// CHECK: DATASEC '.data' size=[[#]] vlen=2
// CHECK-NEXT: offset=0 size=8 (VAR 'large')
// CHECK-NEXT: offset=8 size=1 (VAR 'small')
SEC("socket") int program(void *context) { return large + small++ + zero++; }
// CHECK: DATASEC 'license' size=4 vlen=1
// CHECK-NEXT: offset=0 size=4
char license[] SEC("license") = "GPL";
