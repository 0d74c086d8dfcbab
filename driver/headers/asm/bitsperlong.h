/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
// The kernel's header for x86 treats a BPF compile, which is not __x86_64__, as one where long has 32 bits; then
// __kernel_size_t has 32 as well, and structures with one are not those that the kernel sees.
#pragma once
#define __BITS_PER_LONG (__CHAR_BIT__ * __SIZEOF_LONG__)
