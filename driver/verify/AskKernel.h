// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The running kernel's verdict on the programs of an object.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_ASKKERNEL_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_ASKKERNEL_H

#include "driver/object/Object.h"
#include "passes/target/ProgramType.h"
#include "llvm/Support/Error.h"
#include <linux/bpf.h>
#include <vector>

namespace bpf {

struct Verdict {
  enum Answer {
    Accepted,
    Rejected,     ///< by the verifier, or by the kernel for a reason of its own
    NoTarget,     ///< the kernel lacks what it attaches to, and has something of nearly the same name
    NotLoaded,    ///< the object did not come so far: a map that cannot be made, a name that the kernel has not
    NotAsked,     ///< nothing is known against the program: a type or an attach target is missing here
    NotPermitted, ///< the kernel accepts no program from this process, whatever it is
    Failed,       ///< it could not be asked: no memory, no descriptors
  };
  Answer Is = NotAsked;
  std::string Program, Section;
  std::string Why;            ///< in words, where there is no log
  std::string Remedy;         ///< what to do about it; may be empty
  std::string Advice;         ///< of an accepted program: what will go wrong when it is attached; usually empty
  std::string Log;            ///< the verifier's; of a program that is accepted, what it counted
  std::vector<bpf_insn> Code; ///< of a rejected program: as the kernel got it, with its subprograms
};

/// How much of a log is wanted.
enum class LogPart { End, Whole };

/// Asks about each program by itself, so that one rejection does not hide another. Nothing is attached or pinned, and
/// what was loaded is gone when it returns. Said are types of sections that the user named. The error is libbpf's
/// words on why it does not open the object, which is the user's.
llvm::Expected<std::vector<Verdict>> askKernel(const NamedObject &Object, const SaidTypes &Said, LogPart Wanted);

} // namespace bpf

#endif
