// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The running kernel's verdict on the programs of an object.
#ifndef BPFTOOLCHAIN_DRIVER_LOAD_ASKKERNEL_H
#define BPFTOOLCHAIN_DRIVER_LOAD_ASKKERNEL_H

#include "driver/object/Object.h"
#include "passes/target/ProgramType.h"
#include "llvm/Support/Error.h"
#include <linux/bpf.h>
#include <vector>

namespace bpf {

struct Verdict {
  enum Answer {
    Accepted,
    Rejected,     ///< by the verifier, or by another check of the kernel
    NoTarget,     ///< the kernel has no such attach target, but one with a similar name
    NotLoaded,    ///< loading failed earlier: a map could not be created, a symbol was not found
    NotAsked,     ///< the running kernel lacks the program type or the attach target
    NotPermitted, ///< this process may not load programs
    Failed,       ///< out of memory or of file descriptors
  };
  Answer Status = NotAsked;
  std::string Program, Section;
  std::string Why;            ///< the reason, if there is no log
  std::string Remedy;         ///< how to fix it; may be empty
  std::string Advice;         ///< why attaching an accepted program will fail; usually empty
  std::string Log;            ///< the verifier's; for an accepted program its statistics
  std::vector<bpf_insn> Code; ///< of a rejected program: the loaded code, with its subprograms
};

/// How much of the log to keep.
enum class LogPart { End, Whole };

/// Loads each program separately, so that one rejection does not hide another. Nothing is attached or pinned, and
/// all programs are closed when it returns. \p Given are the types of --program-type=. The error is libbpf's
/// message about an object that it cannot open.
llvm::Expected<std::vector<Verdict>> askKernel(const NamedObject &Object, const GivenTypes &Given, LogPart Wanted);

} // namespace bpf

#endif
