// Where the kernel's headers ask how many bits a long has, it is 64: a length in <linux/uio.h> is not cut to 32.
// RUN: %bpfcc -Wall -Werror %s -o %t.o
// RUN: %bpfcc -Wall -Werror --target=x86_64-linux-gnu %s -o %t.o
#include <linux/uio.h>
_Static_assert(__BITS_PER_LONG == 64, "long has 64 bits");
_Static_assert(sizeof(((struct iovec *)0)->iov_len) == 8, "and so has __kernel_size_t");
