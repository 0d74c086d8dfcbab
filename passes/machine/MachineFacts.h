// What code generation tells about each function: its instructions and its stack frame. Collected by the driver from
// what LLVM reports while it works, so that it is there even where LLVM gives up half-way.
#ifndef BPFTOOLCHAIN_PASSES_MACHINE_MACHINEFACTS_H
#define BPFTOOLCHAIN_PASSES_MACHINE_MACHINEFACTS_H

#include "passes/Check.h"
#include <map>
#include <string>

namespace bpf {

struct FunctionFacts {
  unsigned Instructions = 0; ///< machine instructions; a 64-bit constant is one here and two in the object
  unsigned FrameBytes = 0;   ///< after spilling
  bool IsProgram = false;    ///< has a section of its own: the kernel verifies it by itself
  Place Declared;
};

struct MachineFacts {
  std::map<std::string, FunctionFacts> Functions; ///< by linkage name
  bool BranchOutOfRange = false;                  ///< LLVM gave up on a branch that does not reach
};

} // namespace bpf

#endif
