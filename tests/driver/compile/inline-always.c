// --inline=always inlines every static function, as large as it may be: that is the guide's rule.
// RUN: %bpfcc --inline=always %s -o %t.o
// RUN: llvm-objdump -d %t.o | FileCheck %s --implicit-check-not='call -0x1' --implicit-check-not='<large>:'
// CHECK: <first>:
// CHECK: <second>:
#include "../Inputs/large-function.h"
