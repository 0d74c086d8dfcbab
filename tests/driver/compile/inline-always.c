// Every static function is inlined by default, as large as it may be: that is the guide's rule.
// RUN: %bpfcc %s -o %t.o
// RUN: llvm-objdump -d %t.o | FileCheck %s --implicit-check-not='call -0x1' --implicit-check-not='<large>:'
// RUN: %bpfcc --inline=always %s -o %t.always.o
// RUN: cmp %t.o %t.always.o
// CHECK: <first>:
// CHECK: <second>:
#include "../Inputs/large-function.h"
