/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
// glibc's list of functions that are not implemented. A BPF compile calls none of them, and Debian has this header for
// 32-bit hosts only in an extra package.
#pragma once
