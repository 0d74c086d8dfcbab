// Frames that fit because they are rounded up to 16 bytes and not to 32, and an empty one to nothing.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define FRAME(bytes)                                                                                                   \
  char text[bytes];                                                                                                    \
  text[0] = 0;                                                                                                         \
  asm volatile("" : "+m"(text))

static __attribute__((noinline)) int large(void *context) {
  FRAME(240);
  return text[0];
}

static __attribute__((noinline)) int empty(void *context) {
  asm volatile("");
  return 0;
}

#define PROGRAM(name, bytes, called)                                                                                   \
  SEC("socket") int name(void *context) {                                                                              \
    FRAME(bytes);                                                                                                      \
    return called(context) + text[0];                                                                                  \
  }

PROGRAM(needs_272_and_240, 272, large)
PROGRAM(needs_496_and_0, 496, empty)
PROGRAM(any_256_and_240, 256, large)
PROGRAM(any_480_and_0, 480, empty)
PROGRAM(never_288_and_240, 288, large)
