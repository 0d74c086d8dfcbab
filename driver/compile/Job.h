// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a job of clang's driver made.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_JOB_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_JOB_H

#include "driver/object/Object.h"
#include "driver/process/Outcome.h"
#include <optional>
#include <string>

namespace bpf {

/// What came of a job.
struct JobResult {
  Outcome Status = Outcome::WrongInput;
  std::string Output;          ///< where the bytes belong; "-" is standard output
  std::optional<Bytes> Result; ///< nothing where clang wrote its output itself (-E, -M) or there is none
  bool IsObject = false;
  Renames ToRestore; ///< see BackendResult
};

} // namespace bpf

#endif
