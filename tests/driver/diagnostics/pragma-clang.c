// clang's own warnings obey their pragmas as before, what is wrong with a pragma is reported, and -E keeps them all.
// RUN: %bpfcc -Wall -fno-caret-diagnostics -c %s -o %t.o 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %bpfcc -E %s 2>/dev/null | FileCheck %s --check-prefix=KEPT
// RUN: %bpfcc -fsyntax-only -Wno-everything %s 2>&1 | count 0
#pragma clang diagnostic pop // CHECK: pragma-clang.c:[[@LINE]]:{{[0-9]+}}: warning: pragma diagnostic pop could not pop
#pragma clang diagnostic ignored "-Wno-such" // CHECK: pragma-clang.c:[[@LINE]]:34: warning: unknown warning group '-Wno-such', ignored
#pragma clang diagnostic ignored "-Wbpf-no-such" // CHECK: pragma-clang.c:[[@LINE]]:34: warning: unknown warning group '-Wbpf-no-such', ignored
static int a(void) {
  int first; // CHECK: pragma-clang.c:[[@LINE]]:7: warning: unused variable 'first'
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wunused-variable"
  int second;
#pragma clang diagnostic pop
  int third; // CHECK: pragma-clang.c:[[@LINE]]:7: warning: unused variable 'third'
  return 0;
}
#pragma clang diagnostic error "-Wbpf-padding"
#pragma GCC diagnostic warning "-Wbpf"
__attribute__((section("xdp"))) int program(void *context) { return a(); }
// KEPT: #pragma clang diagnostic push
// KEPT: #pragma clang diagnostic ignored "-Wunused-variable"
// KEPT: #pragma clang diagnostic pop
// KEPT: #pragma clang diagnostic error "-Wbpf-padding"
// KEPT: #pragma GCC diagnostic warning "-Wbpf"
