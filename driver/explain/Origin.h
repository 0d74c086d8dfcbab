// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where a value came from: its way back along the path, through copies, the stack, and functions of the program.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_ORIGIN_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_ORIGIN_H

#include "driver/explain/VerifierPath.h"

namespace bpf {

struct Origin {
  enum KindOf {
    Unknown,
    Call,         ///< returned by a helper or a kfunc
    Load,         ///< read from memory
    Constant,     ///< a number, or an address that the loader filled in
    Arithmetic,   ///< computed from numbers
    Argument,     ///< what the program, a function that is verified by itself, or a callback was called with
    StackAddress, ///< the address of a variable on the stack
  };
  KindOf Kind = Unknown;
  size_t Step = 0;           ///< where it was made; of no meaning for Argument
  unsigned Register = 0;     ///< of an Argument: which
  unsigned Frame = 0;        ///< of an Argument: in which
  std::vector<size_t> Since; ///< the steps that handed it on, newest first: copies, spills, additions to a pointer
};

/// \param Step     the value is that of the register before this step
Origin originOf(const VerifierPath &Path, size_t Step, unsigned Register);

/// The steps between two that compared the value: branches on the register, or on a copy of it, newest first.
std::vector<size_t> comparesOf(const VerifierPath &Path, size_t Step, unsigned Register);

} // namespace bpf

#endif
