// A program and a license that are called like their sections: LLVM rejects the second symbol of a name.
// RUN: not clang --target=bpf -O2 -c %s -o %t.clang.o 2>&1 | FileCheck --check-prefix=CLANG %s
// RUN: %bpfcc %s -o %t.o && llvm-readelf -sW %t.o | FileCheck %s
// RUN: %bpfcc -g %s -o %t.g.o && llvm-readelf -sW %t.g.o | FileCheck %s
#define SEC(name) __attribute__((section(name), used))
char license[] SEC("license") = "GPL";
SEC("xdp") int xdp(void *ctx) { return 2; }
// CLANG: error: symbol '{{.*}}' is already defined
// CHECK-DAG: FUNC    GLOBAL DEFAULT {{ *[0-9]+}} xdp{{$}}
// CHECK-DAG: OBJECT  GLOBAL DEFAULT {{ *[0-9]+}} _license{{$}}
