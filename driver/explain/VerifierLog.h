// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Parses the verifier's log: why it rejected a program, and where.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_VERIFIERLOG_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_VERIFIERLOG_H

#include "driver/object/CodePlace.h"
#include "llvm/ADT/SmallVector.h"

namespace llvm {
class Regex;
}

namespace bpf {

/// A line of the log that reports what is wrong.
struct VerifierMessage {
  std::string Text;
  std::optional<unsigned> Instruction; ///< the number of the instruction that it names
};

struct Rejection {
  VerifierMessage Last;                    ///< the decisive one
  bool IsOfWhole = false;                  ///< the message is about the whole program, not an instruction
  std::vector<VerifierMessage> Before;     ///< other messages about the same instruction
  std::optional<unsigned> LastInstruction; ///< the number of the last one that was processed
  std::string Disassembly;                 ///< of that one, "1: (91) r0 = *(s8 *)(r1 +3)"
  Place LastLine;                          ///< the last one in the log, since 6.8: without folder and column
  std::string Category;                    ///< since 7.3: "Memory Safety: Access outside bounds"
};

/// The log without the explanations that Linux 7.3 and later append to the verifier's message.
llvm::StringRef withoutExplanation(llvm::StringRef Log);

/// Nothing if the log has no reason: the verifier was not asked, or accepts the program.
std::optional<Rejection> readRejection(llvm::StringRef Log);

/// A source line of the log, behind its "; ": "return 0; @ f.c:12", before 6.8 without the place. Line 0 without one.
CodeLine sourceLine(llvm::StringRef Words);

/// Matches the decisive message, or else the first of the others that matches; false if none does.
/// \param Found  as Regex::match() fills it
bool matchMessage(const Rejection &Why, const llvm::Regex &Words, llvm::SmallVectorImpl<llvm::StringRef> &Found);

/// True if the end of the log is there: kernels before 6.4 drop what does not fit.
bool hasEnd(llvm::StringRef Log);

/// The verifier's counts, requested with BPF_LOG_STATS.
struct VerifierStatistics {
  std::string Instructions; ///< processed, not instructions of the program; empty if not in the log
  std::string Stack;        ///< bytes, one number for each subprogram: "16+8"
};
VerifierStatistics readStatistics(llvm::StringRef Log);

} // namespace bpf

#endif
