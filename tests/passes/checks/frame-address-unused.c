// -Wbpf-frame-address does not report a use that the optimizer removed: the object loads.
// RUN: %bpfcc -c %s -o %t.o 2>&1 | count 0
static inline long address(void) { return (long)__builtin_return_address(0); }
__attribute__((section("xdp"))) int program(void *context) { return sizeof address(); }
__attribute__((section("xdp"))) int folded(void *context) { return address() * 0; }
