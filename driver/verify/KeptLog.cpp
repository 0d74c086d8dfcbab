// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The objects of a call, and the kernels that are asked about them, come one after the other.
#include "driver/verify/KeptLog.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace bpf {

static Error writeLog(StringRef Path, StringRef Text, sys::fs::OpenFlags Flags) {
  std::error_code Code;
  raw_fd_ostream File(Path, Code, Flags);
  if (Code)
    return createFileError(Path, Code);
  File << Text;
  File.flush();
  return File.has_error() ? createFileError(Path, File.error()) : Error::success();
}

Error keepLogs(ArrayRef<Verdict> Verdicts, StringRef Path) {
  std::string Text;
  for (const Verdict &Each : Verdicts)
    if (Each.Status == Verdict::Rejected && !Each.Log.empty())
      Text += formatv("prog '{0}': -- BEGIN PROG LOAD LOG --\n{1}\nprog '{0}': -- END PROG LOAD LOG --\n", Each.Program,
                      StringRef(Each.Log).rtrim());
  return writeLog(Path, Text, sys::fs::OF_Append);
}

Error emptyLog(StringRef Path) {
  if (Path.empty())
    return Error::success();
  return writeLog(Path, "", sys::fs::OF_None);
}

} // namespace bpf
