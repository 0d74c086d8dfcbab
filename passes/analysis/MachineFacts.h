// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What code generation reports about each function: its instructions and its stack frame, with the calls and variables
// that the IR before it shows. Collected by the driver from what LLVM reports while it works, so that it is there even
// if LLVM gives up half-way.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_MACHINEFACTS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_MACHINEFACTS_H

#include "passes/Check.h"
#include <map>
#include <string>

namespace llvm {
class Module;
}

namespace bpf {

/// A variable that lies in the frame.
struct FrameVariable {
  std::string Name;
  uint64_t Bytes;
  Place Declared;
};

/// A call of a function in this module, or the handing over of one that is called back.
struct CallFacts {
  std::string Callee;
  Place Where;
  bool Surely;   ///< not behind a branch that is decided at load time
  bool OwnChain; ///< called back later, on a stack of its own (bpf_timer_set_callback)
};

struct FunctionFacts {
  unsigned Instructions = 0; ///< machine instructions; a 64-bit constant is one here and two in the object
  unsigned FrameBytes = 0;   ///< after spilling
  bool OverLimit = false;    ///< LLVM rejected an access below the lowest byte of a frame
  bool IsProgram = false;    ///< has a section of its own: the kernel verifies it by itself
  bool HasOwnStack = false;  ///< of a type whose frames are not added up, see ProgramTypes.def
  bool CallsTail = false;    ///< bpf_tail_call
  Place Declared;
  std::vector<FrameVariable> Variables; ///< the largest first
  std::vector<CallFacts> Calls;
};

struct MachineFacts {
  std::map<std::string, FunctionFacts> Functions; ///< by linkage name
  bool BranchOutOfRange = false;                  ///< LLVM gave up on a branch that does not reach
};

/// Adds what the optimised IR shows of every function's frame: variables and calls. To be asked before code generation,
/// which changes the IR.
void addFrameFacts(const llvm::Module &M, MachineFacts &Facts);

} // namespace bpf

#endif
