// <stdint.h> and clang's other freestanding headers compile on a stock Debian with no flag: glibc's <stdint.h> would ask
// for gnu/stubs-32.h.
// RUN: %bpfcc -Wall -Werror %s -o %t.o
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
_Static_assert(sizeof(uint64_t) == 8 && sizeof(uintptr_t) == 8 && sizeof(size_t) == 8, "BPF is 64-bit");
_Static_assert(UINT32_MAX == 4294967295u && INT64_MAX == 9223372036854775807ll, "the limits are there");
