// The order in which <stdint.h> and the C library's own headers come does not matter.
// RUN: %bpfcc -Wall -Werror %s -o %t.o
// RUN: %bpfcc -Wall -Werror -DFIRST %s -o %t.o
#ifdef FIRST
#include <stdint.h>
#endif
#include <sys/types.h>
#include <errno.h>
#include <string.h>
#include <stdint.h>
_Static_assert(sizeof(int64_t) == 8 && sizeof(pid_t) == 4, "both speak of the same types");
