/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
// glibc decides between 32 and 64 bits by the host's macros, which a BPF compile does not define: BPF is 64-bit. With
// the types of another machine (--target=) its own header knows more, where it is installed.
#if !defined(__bpf__) && __has_include_next(<bits/wordsize.h>)
#include_next <bits/wordsize.h>
#else
#pragma once
#define __WORDSIZE 64
#endif
