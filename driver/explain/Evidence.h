// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What an explanation is made of: the verifier's words, the path to them, and the lines of the source.
#ifndef BPFTOOLCHAIN_DRIVER_EXPLAIN_EVIDENCE_H
#define BPFTOOLCHAIN_DRIVER_EXPLAIN_EVIDENCE_H

#include "driver/explain/Explanation.h"
#include "driver/explain/Origin.h"
#include "driver/explain/VerifierLog.h"
#include "driver/object/CodePlace.h"
#include "llvm/ADT/Twine.h"
#include <functional>

namespace bpf {

struct RejectedProgram {
  std::string Name;
  std::string Section; ///< empty where it is not known
  /// The source line of an instruction of the loaded program; line 0 where it is not known.
  std::function<CodeLine(unsigned)> LineOf;
};

class Evidence {
public:
  Evidence(const RejectedProgram &Program, const Rejection &Why, const VerifierPath &Path)
      : Program(Program), Why(Why), Path(Path) {}

  const RejectedProgram &Program;
  const Rejection &Why;
  const VerifierPath &Path;

  /// The step that was rejected; nothing where the log shows none, as for the size of the stack.
  std::optional<size_t> last() const;
  const PathStep &step(size_t Number) const { return Path.Steps[Number]; }

  /// The line of a step: of the object, and where that has none of the log.
  CodeLine lineOf(size_t Step) const;
  Note note(const llvm::Twine &Text, size_t Step) const { return {Text.str(), lineOf(Step).Where}; }

  /// What the rejected access goes through, in the user's words: "'v'"; "the pointer" where that is not sure.
  std::string pointerName(size_t Step) const;
  /// What is read or written there, "'skb->len'"; empty where that is not sure.
  std::string accessName(size_t Step) const;
  /// The value of a register at the rejected step, by the variable it was stored in or the argument it is: "'len'"; the
  /// fallback where there is no name.
  std::string valueName(unsigned Register, llvm::StringRef Fallback) const;
  /// The argument of a call as the source has it; empty where it is not sure.
  std::string argumentText(size_t Call, unsigned Register) const;
  /// The variable that the line of a step assigns, not quoted; empty where that is not sure.
  std::string assignedName(size_t Step) const;
  /// "bpf_map_update_elem()", "'parse()'"; "the call" where the step is none.
  std::string calleeName(size_t Step) const;
  /// "the 2nd argument of bpf_map_update_elem(), '&key',"; without the text where it is not known.
  std::string argument(size_t Call, unsigned Register) const;

  /// Where a value came from, in a sentence with its place; nothing where it is not known.
  std::optional<Note> originNote(const Origin &From, llvm::StringRef Name) const;
  /// Adds it to the chain, if it is known.
  void addOrigin(Explanation &Result, const Origin &From, llvm::StringRef Name) const;

  /// Adds the call of the callback that is that frame.
  void addCaller(Explanation &Result, unsigned Frame) const;

  /// The same of a parameter, at the function's begin.
  std::optional<Note> argumentNote(const Origin &From, llvm::StringRef Name) const;
  /// The variable that the source stores the result of a call in, quoted; empty where it is not known.
  std::string resultName(size_t Call) const;
};

/// The last call before a step, in its frame, that made a dynptr or an iterator.
std::optional<size_t> objectMadeBefore(size_t Step, const Evidence &Seen);

/// The variable that the words, or else the rejected step, are about; empty where that is not sure.
std::string variableMeant(llvm::StringRef Words, const Evidence &Seen);

/// The register of the first "R4" in the words.
std::optional<unsigned> registerNamed(llvm::StringRef Words);

/// ... or, where they name none, the argument that they number or name by its kind, "arg#1", "bpf_rb_node", or the one
/// that the rejected access goes through.
std::optional<unsigned> registerMeant(llvm::StringRef Words, const Evidence &Seen);

/// "1st", "2nd", "3rd", "4th"
std::string ordinal(unsigned Number);
/// "1 byte", "2 bytes"
std::string bytes(uint64_t Number);

} // namespace bpf

#endif
