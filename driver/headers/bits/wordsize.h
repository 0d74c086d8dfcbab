// glibc decides between 32 and 64 bits by the host's macros, which a BPF compile does not define: BPF is 64-bit.
#pragma once
#define __WORDSIZE 64
