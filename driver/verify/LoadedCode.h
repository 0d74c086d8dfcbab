// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the instructions of a loaded program stand in its object. libbpf appends to a program the functions that it
// calls, so that the verifier's numbers are none of the object's.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_LOADEDCODE_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_LOADEDCODE_H

#include "driver/verify/AskKernel.h"

namespace bpf {

/// A function of the object within a loaded program.
struct LoadedFunction {
  unsigned First, Count; ///< its instructions in the loaded program
  std::string Section;   ///< where it is in the object
  uint64_t Offset;       ///< in bytes from the begin of the section
};

/// The program itself within its object, where it was not loaded; nothing for an object that cannot be read.
std::optional<LoadedFunction> programIn(llvm::StringRef Object, llvm::StringRef Section, llvm::StringRef Name);

/// The functions of a program that was loaded, as its calls tell; nothing that is not sure.
std::vector<LoadedFunction> functionsOf(const Verdict &Loaded, llvm::StringRef Object);

} // namespace bpf

#endif
