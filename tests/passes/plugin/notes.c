// What the checks have to know from before optimisation the plugin notes too, and leaves nothing of it in the module.
// RUN: not clang --target=bpf -g -O2 -fpass-plugin=%plugin -S -emit-llvm %s -o %t.ll 2>&1 | FileCheck %s
// RUN: clang --target=bpf -g -O2 -DREPAIRED -fpass-plugin=%plugin -S -emit-llvm %s -o %t.ll 2>&1 | count 0
// RUN: FileCheck --input-file=%t.ll %s --check-prefix=CLEAN
#ifdef REPAIRED
#define TURNS 100
#else
#define TURNS 60000
#endif
static unsigned (*const random)(void) = (void *)7;
unsigned long words[TURNS];
// CLEAN-NOT: bpf.copies
// CLEAN: define {{.*}}@program
__attribute__((section("xdp"))) int program(char *context) {
  // CHECK-DAG: notes.c:[[@LINE+2]]:{{[0-9]+}}: {{.*}}the loop was not unrolled although a pragma requests it
#pragma unroll
  for (int i = 0; i < TURNS; ++i)
    random();
  // CHECK-DAG: notes.c:[[@LINE+2]]:{{[0-9]+}}: {{.*}}LLVM turns this loop into a memset of 480000 bytes
  for (int i = 0; i < TURNS; ++i)
    words[i] = 0;
  return 0;
}
// CLEAN-NOT: bpf.copies
