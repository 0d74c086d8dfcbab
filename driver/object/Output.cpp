// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What kind of output it is decides how it is written.
#include "driver/object/Output.h"
#include "support/ReplaceFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace bpf {

Error checkOutput(StringRef Path, ArrayRef<std::string> Inputs) {
  if (Path.empty() || Path == "-")
    return Error::success();
  if (sys::fs::is_directory(Path))
    return createStringError("output '" + Path + "' is a directory");
  if (sys::fs::file_status Status; sys::fs::status(Path, Status) == std::errc::too_many_symbolic_link_levels)
    return createStringError("output '" + Path + "' is a link that leads to itself");
  StringRef Folder = sys::path::parent_path(Path);
  if (!Folder.empty() && !sys::fs::is_directory(Folder))
    return createStringError("output directory '" + Folder + "' does not exist");
  for (const std::string &Input : Inputs)
    if (sys::fs::is_regular_file(Path) && sys::fs::equivalent(Path, Input))
      return createStringError("output '" + Path + "' is the input itself");
  return Error::success();
}

static Error replace(StringRef Path, StringRef Bytes, Attributes Kept) {
  if (std::error_code Code = replaceFile(Path.str(), Bytes, Kept))
    return createFileError(Path, Code);
  return Error::success();
}

Error writeOutput(StringRef Path, StringRef Bytes) {
  if (Path != "-")
    return replace(Path, Bytes, Attributes::OfNewFile);
  raw_ostream &Out = outs();
  Out << Bytes;
  Out.flush();
  std::error_code Code = outs().error();
  outs().clear_error();
  return Code ? createFileError("<stdout>", Code) : Error::success();
}

Error rewriteSource(StringRef Path, StringRef Bytes) {
  if (!sys::fs::is_regular_file(Path))
    return createStringError("'" + Path + "' cannot be reopened for writing");
  return replace(Path, Bytes, Attributes::OfOldFile);
}

} // namespace bpf
