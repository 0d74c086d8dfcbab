// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the instructions of a loaded program are in its object. libbpf appends to a program the functions that it
// calls, so the verifier's instruction numbers are not the object's.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_LOADEDCODE_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_LOADEDCODE_H

#include "driver/load/AskKernel.h"

namespace bpf {

/// A function of the object within a loaded program.
struct LoadedFunction {
  unsigned First, Count; ///< its instructions in the loaded program
  std::string Section;   ///< where it is in the object
  uint64_t Offset;       ///< in bytes from the beginning of the section
};

/// A program that was not loaded, in its object; nothing if the object cannot be read.
std::optional<LoadedFunction> programIn(llvm::StringRef Object, llvm::StringRef Section, llvm::StringRef Name);

/// The functions of a loaded program, derived from its calls; only those that are certain. Without its code, which a
/// log does not have, only the program itself; without its section the first one of its name.
std::vector<LoadedFunction> functionsOf(const Verdict &Loaded, llvm::StringRef Object);

} // namespace bpf

#endif
