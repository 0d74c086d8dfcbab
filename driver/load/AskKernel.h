// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The verdict of the kernel that this process runs on, on the programs of an object.
#ifndef BPFTOOLCHAIN_DRIVER_LOAD_ASKKERNEL_H
#define BPFTOOLCHAIN_DRIVER_LOAD_ASKKERNEL_H

#include "driver/object/Object.h"
#include "passes/target/ProgramType.h"
#include "llvm/ADT/STLFunctionalExtras.h"
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
    NotAsked,     ///< the kernel lacks the program type or the attach target
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

/// What is known of one object.
struct ObjectAnswer {
  enum {
    Missing,  ///< not everything: the kernel ended before
    Complete, ///< the verdicts on all its programs
    Unopened, ///< libbpf does not open it
    Crashed,  ///< libbpf did
  } Status = Missing;
  std::vector<Verdict> Verdicts;
  std::string Why; ///< libbpf's message about an object that it does not open
};

/// How the programs are loaded, and what is wanted back.
struct LoadRequest {
  GivenTypes Types; ///< of --program-type=
  LogPart Log = LogPart::End;
  std::string Kernel = "the running kernel"; ///< in messages
  bool HasModules = true; ///< false if the kernel was booted for this alone: a name that is missing may be a module's
};

/// Loads each program separately, so that one rejection does not hide another, and passes each verdict on. Nothing is
/// attached or pinned, and all programs are closed when it returns. The error is libbpf's message about an object that
/// it cannot open.
llvm::Error askKernel(const NamedObject &Object, const LoadRequest &Request, llvm::function_ref<void(Verdict)> Consume);

} // namespace bpf

#endif
