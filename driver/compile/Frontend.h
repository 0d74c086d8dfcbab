// clang's front end in this process: one job of the driver, from its arguments to bytes.
#ifndef BPFTOOLCHAIN_DRIVER_FRONTEND_H
#define BPFTOOLCHAIN_DRIVER_FRONTEND_H

#include "driver/compile/Backend.h"

namespace bpf {

/// What came of a job.
struct JobResult {
  Outcome How = Outcome::WrongInput;
  std::string Output;          ///< where the bytes belong; "-" is standard output
  std::optional<Bytes> Result; ///< nothing where clang wrote its output itself (-E, -M) or there is none
  bool IsObject = false;
  Renames ToGiveBack; ///< see BackendResult
};

/// Runs a -cc1 job. Everything that is wrong with the source has been shown when this returns.
/// The process ends after it: nothing is freed.
JobResult runJob(llvm::ArrayRef<const char *> Cc1Arguments, const char *Argv0, const CompileContext &Context);

} // namespace bpf

#endif
