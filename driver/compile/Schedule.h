// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Several works, some at the same time, their results in order.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_SCHEDULE_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_SCHEDULE_H

#include "driver/compile/Job.h"

namespace bpf {

struct Work {
  std::function<JobResult()> Do;
  std::optional<size_t> Needs; ///< an earlier work that must have been taken, and well, before this one starts
};

/// Runs each work in a child, up to Parallel of them at once. Their output and results come in order,
/// however long each runs: Consume gets the number of the work and its result, and returns false on failure.
/// A work that needs one where it was not is left out.
void runInOrder(llvm::ArrayRef<Work> Works, unsigned Parallel, llvm::function_ref<bool(size_t, JobResult)> Consume);

} // namespace bpf

#endif
