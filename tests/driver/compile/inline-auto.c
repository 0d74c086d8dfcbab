// --inline=auto leaves the choice to LLVM, which leaves a large function alone.
// RUN: %bpfcc --inline=auto %s -o %t.o
// RUN: llvm-objdump -d %t.o | FileCheck %s
// CHECK: <large>:
// CHECK: <first>:
// CHECK: call -0x1
#include "../Inputs/large-function.h"
