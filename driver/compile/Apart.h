// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A job in a process of its own.
#ifndef BPFTOOLCHAIN_DRIVER_COMPILE_APART_H
#define BPFTOOLCHAIN_DRIVER_COMPILE_APART_H

#include "driver/compile/Job.h"
#include "driver/object/MemoryFile.h"

namespace bpf {

/// Work that runs in a child of this process. Several jobs of one call need this: LLVM orders some types by their
/// addresses, and a second compile in the same process would find the heap as the first left it, so that its bytes
/// would differ from run to run. It is also what runs at the same time with -jN.
class Apart {
public:
  /// Starts the work at once.
  explicit Apart(llvm::function_ref<JobResult()> Work);
  ~Apart();
  Apart(const Apart &) = delete;
  Apart &operator=(const Apart &) = delete;

  /// Readable, in the sense of poll(2), when the child has ended.
  int end() const { return End; }
  /// True when the child has ended; asks, does not wait.
  bool hasEnded() const;

  /// Waits for the end and prints what the child has written to its standard output and error, so that what several
  /// print does not mix. \returns its result; a child that crashed is reported, and NotDone.
  JobResult take();

private:
  MemoryFile Result, Output, Errors;
  pid_t Child = -1;
  int End = -1;    ///< closed by the child's death
  std::string Why; ///< no child could be started
};

} // namespace bpf

#endif
