// With the types of another machine the C library's structures are that machine's: x86_64 keeps 32-bit times in utmp.
// RUN: %bpfcc -Wall -Werror --target=x86_64-linux-gnu %s -o %t.o
#include <utmp.h>
_Static_assert(sizeof(struct utmp) == 384, "as the C library has it");
