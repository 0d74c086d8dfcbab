// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM ends the process if it cannot compile something. Code run here ends alone: bpfcc goes on, reports what
// happened and cleans up.
#ifndef BPFTOOLCHAIN_DRIVER_PROCESS_RECOVERY_H
#define BPFTOOLCHAIN_DRIVER_PROCESS_RECOVERY_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>
#include <string>

namespace bpf {

class Recovery {
public:
  /// Handles LLVM's fatal errors and the signals of a crash, for the life of this object.
  Recovery();
  ~Recovery();

  /// Runs a piece of work, possibly within another run(). \returns nothing when it came to its end, else LLVM's reason
  /// or the signal's name. What the work had in hand is then lost: it must be neither used nor destroyed.
  std::optional<std::string> run(llvm::function_ref<void()> Work);

  /// True where the last run() ended because the stack had no room left: what it worked on is nested too deeply.
  bool ranOutOfStack() const;

private:
  std::string Reason;
};

} // namespace bpf

#endif
