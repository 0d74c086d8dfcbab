// Included by every generated program: declares the same names for BPF, with libbpf's headers, and for the host, in
// plain C.
#ifndef PROGRAM_H
#define PROGRAM_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef signed char s8;
typedef short s16;
typedef int s32;
typedef long long s64;

#ifndef __cplusplus
typedef _Bool bool;
#endif

// Defined as __ATOMIC_SEQ_CST to avoid faults of relaxed operations: see known_faults.py.
#ifndef RELAXED
#define RELAXED __ATOMIC_RELAXED
#endif

#define memcpy __builtin_memcpy
#define memmove __builtin_memmove
#define memset __builtin_memset
#define memcmp __builtin_memcmp

#ifdef __bpf__
#include "on-bpf.h"
#else
#include "on-host.h"
#endif

// Hashes a value, converted to 64 bits, into the result.
#define FOLD(result, value) ((result) = ((result) ^ (u64)(value)) * 0x9E3779B97F4A7C15ull)
#define FOLD_BYTES(result, object)                                                                                     \
  for (unsigned at_ = 0; at_ < sizeof(object); at_++)                                                                  \
  FOLD(result, ((u8 *)&(object))[at_])

#endif
