// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What support/Heap does for any process, and how this one ends where there is no memory left.
#include "driver/process/OutOfMemory.h"
#include "driver/process/Outcome.h"
#include "driver/process/PrintError.h"
#include "support/Heap.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/Signals.h"
#include <new>
#include <unistd.h>

namespace bpf {

/// Reports it without allocating; temporary files are removed as after a signal.
[[noreturn]] static void endWithoutMemory() {
  constexpr llvm::StringLiteral Why = "out of memory\n";
  for (llvm::StringRef Words : {llvm::StringRef(ErrorPrefix), llvm::StringRef(Why)}) [[maybe_unused]]
    ssize_t Written = write(STDERR_FILENO, Words.data(), Words.size());
  llvm::sys::RunInterruptHandlers();
  _exit(int(Outcome::NotDone));
}

void prepareHeap() {
  std::set_new_handler(endWithoutMemory);
  llvm::install_bad_alloc_error_handler([](void *, const char *, bool) { endWithoutMemory(); });
  allocateInBlocks();
}

} // namespace bpf
