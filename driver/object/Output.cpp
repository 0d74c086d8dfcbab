// What kind of output it is decides how it is written.
#include "driver/object/Output.h"
#include "driver/Replace.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <filesystem>

using namespace llvm;

namespace bpf {

Error checkOutput(StringRef Path, ArrayRef<std::string> Inputs) {
  if (Path.empty() || Path == "-")
    return Error::success();
  if (sys::fs::is_directory(Path))
    return createStringError("output '" + Path + "' is a directory");
  StringRef Folder = sys::path::parent_path(Path);
  if (!Folder.empty() && !sys::fs::is_directory(Folder))
    return createStringError("output directory '" + Folder + "' does not exist");
  for (const std::string &Input : Inputs)
    if (sys::fs::is_regular_file(Path) && sys::fs::equivalent(Path, Input))
      return createStringError("output '" + Path + "' is the input itself");
  return Error::success();
}

/// What a chain of links leads to, whether it is there or not.
static std::string followLinks(StringRef Path) {
  std::filesystem::path Real(Path.str());
  std::error_code Code;
  // The kernel's own bound, MAXSYMLINKS.
  for (int I = 0; I != 40 && std::filesystem::is_symlink(Real, Code); ++I)
    Real = Real.parent_path() / std::filesystem::read_symlink(Real, Code);
  return Real.string();
}

Error writeOutput(StringRef Path, StringRef Bytes) {
  sys::fs::file_status Status;
  bool Exists = Path != "-" && !sys::fs::status(Path, Status);
  if (Path != "-" && (!Exists || sys::fs::is_regular_file(Status)))
    return replaceFile(followLinks(Path), Bytes);
  std::error_code Code;
  raw_fd_ostream Out(Path, Code);
  if (Code)
    return createFileError(Path, Code);
  Out << Bytes;
  Out.flush();
  Code = Out.error();
  Out.clear_error();
  return Code ? createFileError(Path == "-" ? "<stdout>" : Path, Code) : Error::success();
}

Error rewriteSource(StringRef Path, StringRef Bytes) {
  if (!sys::fs::is_regular_file(Path))
    return createStringError("'" + Path + "' is no file that can be written again");
  return replaceFile(followLinks(Path), Bytes, Attributes::OfOldFile);
}

} // namespace bpf
