/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
// The fixed-width types as clang defines them for BPF. The C library's <stdint.h> treats a BPF compile as a 32-bit one.
// Only this header is freestanding: the compile as a whole is not, or clang would no longer inline memcmp().
#pragma once
#pragma clang system_header
#pragma push_macro("__STDC_HOSTED__")
#undef __STDC_HOSTED__
#define __STDC_HOSTED__ 0
#include_next <stdint.h>
#pragma pop_macro("__STDC_HOSTED__")
