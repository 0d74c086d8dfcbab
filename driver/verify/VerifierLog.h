// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the verifier's log says: why it refused a program, and where.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_VERIFIERLOG_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_VERIFIERLOG_H

#include "passes/Check.h"

namespace bpf {

/// A line of the log that says what is wrong, in the verifier's own words.
struct VerifierMessage {
  std::string Text;
  std::optional<unsigned> Instruction; ///< the number of the one that it names
};

struct Rejection {
  VerifierMessage Last;                    ///< the decisive one
  bool IsOfWhole = false;                  ///< it speaks of the whole program, not of an instruction
  std::vector<VerifierMessage> Before;     ///< what else it said at the same instruction
  std::optional<unsigned> LastInstruction; ///< the number of the last one that was looked at
  std::string Disassembly;                 ///< of that one, "1: (91) r0 = *(s8 *)(r1 +3)"
  Place LastLine;                          ///< the last that the log names, from 6.8 on: without folder and column
  std::vector<std::string> Registers;      ///< "R1=pkt(r=0)": those of which the messages speak, where the log is sure
};

/// Nothing where the log names no reason: the verifier was not asked, or has nothing against the program.
std::optional<Rejection> readRejection(llvm::StringRef Log);

/// True where the log has its end: what does not fit is dropped by kernels before 6.4.
bool hasEnd(llvm::StringRef Log);

/// What the verifier counts, where it was asked for BPF_LOG_STATS.
struct VerifierStatistics {
  std::string Instructions; ///< walked, not written; empty where it is not said
  std::string Stack;        ///< bytes, with a sum for each subprogram: "16+8"
};
VerifierStatistics readStatistics(llvm::StringRef Log);

} // namespace bpf

#endif
