// The checks in stock clang: the program is rejected at its line with the remedy, and a good one is compiled as without.
// RUN: not clang --target=bpf -g -O2 -fpass-plugin=%plugin -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: clang --target=bpf -g -O2 -DREPAIRED -fpass-plugin=%plugin -c %s -o %t.with.o 2>&1 | count 0
// RUN: clang --target=bpf -g -O2 -DREPAIRED -c %s -o %t.o && cmp %t.o %t.with.o
// RUN: clang --target=bpf -g -O2 -fpass-plugin=%plugin -mllvm -bpf-disable=unresolved-call -c %s -o %t.o 2>&1 | count 0
#ifdef REPAIRED
#define strlen(text) 3
#else
unsigned long strlen(const char *text);
#endif
__attribute__((section("xdp"))) int program(char *context) {
  // CHECK: clang.c:[[@LINE+1]]:10: error: 'strlen' is a C library function, which BPF programs cannot call; write a bounded loop, {{.*}}[bpf-unresolved-call]
  return strlen(context);
}
