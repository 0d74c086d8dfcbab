// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The path through a program on which the verifier found what is wrong. A log of level 1 has it whole and nothing else:
// the kernel drops what belongs to paths that were good. Of a longer log it is the end.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_VERIFIERPATH_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_VERIFIERPATH_H

#include "driver/explain/LoggedInstruction.h"
#include "driver/explain/RegisterValue.h"
#include <vector>

namespace bpf {

/// One instruction on the path.
struct PathStep {
  unsigned Number; ///< of the instruction in the loaded program
  unsigned Frame;  ///< 0 in the program itself, or in the global function that is verified; one more in each callee
  LoggedInstruction Code;
  llvm::StringRef State;  ///< what the log shows of registers and stack after it, all lines up to the next one
  llvm::StringRef Source; ///< the source line that the log names: "return 0; @ f.c:12", before 6.8 without the place
};

class VerifierPath {
public:
  /// \param Log lives as long as the path.
  static VerifierPath read(llvm::StringRef Log);

  /// Oldest first; the last is the instruction that was rejected.
  std::vector<PathStep> Steps;
  llvm::StringRef Begin; ///< the state before the first

  /// What a register of that frame held before a step, as far as the log shows it.
  RegisterValue before(size_t Step, unsigned Frame, unsigned Register) const;
  RegisterValue before(size_t Step, unsigned Register) const { return before(Step, Steps[Step].Frame, Register); }
  /// ... and after it.
  RegisterValue after(size_t Step, unsigned Register) const;

  /// The nearest step before that one which is in the frame and not in a callee of it; nothing at the frame's begin.
  std::optional<size_t> previousIn(unsigned Frame, size_t Before) const;
};

/// The value behind "R1=" in a state; nothing is known where the state does not show it.
RegisterValue registerIn(llvm::StringRef State, unsigned Register);

} // namespace bpf

#endif
