// A variable or a function that can be linked to has one type in all objects; what is static may be called the same.
// RUN: %bpfcc -c %s -DTYPE=int -o %t.int.o && %bpfcc -c %s -DTYPE=long -o %t.long.o
// RUN: exits 1 %bpfbtf merge -o %t.btf %t.int.o %t.long.o 2>&1 | FileCheck %s
// CHECK: error: 'count' has one type in '{{.*}}.int.o' and a different one in '{{.*}}.long.o'; make one of them static, or rename it
// RUN: %bpfcc -c %s -DTYPE="static int" -o %t.int.o && %bpfcc -c %s -DTYPE="static long" -o %t.long.o
// RUN: %bpfbtf merge -o %t.btf %t.int.o %t.long.o
// RUN: %bpfbtf dump count %t.btf | grep -c static | grep -x 2
__attribute__((used)) TYPE count;
