// -Wbpf-frame-address does not report what a program may use: the address of its own variable.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | count 0
__attribute__((section("xdp"))) int program(void *context) {
  volatile long local = 1;
  return local + ((long)&local & 7);
}
