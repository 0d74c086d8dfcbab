// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The file of --verify-log.
#ifndef BPFTOOLCHAIN_DRIVER_VERIFY_KEPTLOG_H
#define BPFTOOLCHAIN_DRIVER_VERIFY_KEPTLOG_H

#include "driver/load/AskKernel.h"

namespace bpf {

/// Empties the file before the objects of this call are verified one by one; a link or a device stays what it is.
/// Nothing for an empty path.
llvm::Error emptyLog(llvm::StringRef Path);

/// Appends the logs of rejected programs, framed as libbpf does, so that --explain-log reads them.
llvm::Error keepLogs(llvm::ArrayRef<Verdict> Verdicts, llvm::StringRef Path);

} // namespace bpf

#endif
