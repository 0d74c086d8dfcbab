// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What bpfcc waits for, for somebody who waits at a terminal.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_PROGRESSLINE_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_PROGRESSLINE_H

#include "llvm/ADT/StringRef.h"

namespace bpf {

/// One line of standard error that each text replaces, and that is gone with this object; nothing if it is not
/// displayed.
class ProgressLine {
public:
  ProgressLine();
  ProgressLine(const ProgressLine &) = delete;
  ProgressLine &operator=(const ProgressLine &) = delete;
  ~ProgressLine();

  void show(llvm::StringRef Text);

private:
  unsigned Columns; ///< of the terminal; 0 if there is none
};

} // namespace bpf

#endif
