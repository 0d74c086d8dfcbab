// LLVM's output backend writes beside the target and renames; what it does not do is here: links and checks.
#include "driver/Output.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualOutputBackends.h"

using namespace llvm;

namespace bpf {

static Error refuse(const Twine &Message) { return createStringError(inconvertibleErrorCode(), Message); }

Error checkOutput(StringRef Path, ArrayRef<std::string> Inputs) {
  if (Path.empty() || Path == "-")
    return Error::success();
  if (sys::fs::is_directory(Path))
    return refuse("output '" + Path + "' is a directory");
  StringRef Folder = sys::path::parent_path(Path);
  if (!Folder.empty() && !sys::fs::is_directory(Folder))
    return refuse("output directory '" + Folder + "' does not exist");
  for (const std::string &Input : Inputs)
    if (sys::fs::is_regular_file(Path) && sys::fs::equivalent(Path, Input))
      return refuse("output '" + Path + "' is the input itself");
  return Error::success();
}

Error writeOutput(StringRef Path, StringRef Bytes) {
  SmallString<128> Real(Path);
  sys::fs::file_status Status;
  bool Exists = Path != "-" && !sys::fs::status(Path, Status);
  if (Exists && sys::fs::is_regular_file(Status))
    if (std::error_code Code = sys::fs::real_path(Path, Real))
      return createFileError(Path, Code);
  bool Replaces = Path != "-" && (!Exists || sys::fs::is_regular_file(Status));

  vfs::OnDiskOutputBackend Disk;
  vfs::OutputConfig Config;
  Config.setAtomicWrite(Replaces).setDiscardOnSignal(Replaces).setNoImplyCreateDirectories();
  Disk.Settings.UseTemporaries = Replaces;
  Expected<vfs::OutputFile> File = Disk.createFile(Real, Config);
  if (!File)
    return File.takeError();
  *File << Bytes;
  return File->keep();
}

} // namespace bpf
