// The result takes the place of the old one when it is whole: after an error the old one is there, and nothing beside it.
// RUN: rm -rf %t && mkdir %t && %bpfcc -c %s -o %t/prog.o
// RUN: echo old > %t/out.btf
// RUN: exits 1 %bpfbtf merge -o %t/out.btf %t/prog.o %s
// RUN: grep old %t/out.btf
// RUN: exits 2 fault rename:error=ENOSPC %bpfbtf merge -o %t/out.btf %t/prog.o 2>&1 | FileCheck %s
// CHECK: error: '{{.*}}out.btf': cannot write the file: No space left on device
// RUN: grep old %t/out.btf
// RUN: exits 2 %bpfbtf merge -o %t/missing/out.btf %t/prog.o
// RUN: %bpfbtf merge -o %t/out.btf %t/prog.o
// RUN: %bpfbtf dump %t/out.btf | grep "VAR 'number'"
// RUN: ls %t | wc -l | grep -x 2
// REQUIRES: strace
int number;
