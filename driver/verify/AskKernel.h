// The running kernel's verdict on the programs of an object.
#ifndef BPFTOOLCHAIN_DRIVER_ASKKERNEL_H
#define BPFTOOLCHAIN_DRIVER_ASKKERNEL_H

#include "driver/object/Object.h"
#include "passes/target/ProgramType.h"
#include "llvm/Support/Error.h"
#include <linux/bpf.h>
#include <vector>

namespace bpf {

struct Verdict {
  enum Answer {
    Taken,
    Refused,      ///< by the verifier, or by the kernel for a reason of its own
    NotLoaded,    ///< the object did not come so far: a map that cannot be made, a name that the kernel has not
    NotAsked,     ///< nothing is known against the program: a type or an attach target is missing here
    NotPermitted, ///< who asks has not the capabilities
    Failed,       ///< it could not be asked: no memory, no descriptors
  };
  Answer Is = NotAsked;
  std::string Program, Section;
  std::string Why;            ///< in words, where there is no log
  std::string Log;            ///< the verifier's; of a program that is taken, what it counted
  std::vector<bpf_insn> Code; ///< of a refused program: as the kernel got it, with its subprograms
};

/// How much of a log is wanted.
enum class LogPart { End, Whole };

/// Asks about each program by itself, so that one refusal does not hide another. Nothing is attached or pinned, and
/// what was loaded is gone when it returns. Said are types of sections that the user named. The error is why libbpf
/// cannot open the object, which is the user's.
llvm::Expected<std::vector<Verdict>> askKernel(const NamedObject &Object, const SaidTypes &Said, LogPart Wanted);

} // namespace bpf

#endif
