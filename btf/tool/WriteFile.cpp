// A temporary file in the same folder, and a rename. What is no regular file, /dev/stdout for one, is written to.
#include "btf/tool/WriteFile.h"
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bpf::btf {

static Error because() { return makeError("it cannot be written: ", std::strerror(errno)); }

static bool writeAll(int File, ByteView Content) {
  while (!Content.empty()) {
    ssize_t Count = write(File, Content.data(), Content.size());
    if (Count < 0 && errno != EINTR)
      return false;
    Content = Content.subspan(std::max<ssize_t>(Count, 0));
  }
  return true;
}

/// The permissions of a new file, as open() would give them.
static mode_t newMode() {
  mode_t Mask = umask(0);
  umask(Mask);
  return 0666 & ~Mask;
}

/// What a file has besides its bytes. What the system does not let us keep is left out, as cp -p does: with another
/// owner it runs as nobody else. Returns its permissions.
static mode_t keepAttributes(int New, const std::string &Old, const struct stat &Status) {
  bool IsOwned = fchown(New, Status.st_uid, Status.st_gid) == 0;
  std::string Names(65536, '\0'), Value(65536, '\0');
  ssize_t Length = listxattr(Old.c_str(), Names.data(), Names.size());
  Names.resize(std::max<ssize_t>(Length, 0));
  for (size_t At = 0; At < Names.size(); At += std::strlen(&Names[At]) + 1)
    if (ssize_t Bytes = getxattr(Old.c_str(), &Names[At], Value.data(), Value.size()); Bytes >= 0)
      (void)!fsetxattr(New, &Names[At], Value.data(), Bytes, 0);
  return Status.st_mode & (IsOwned ? 07777 : 01777);
}

/// The file that is meant: the one that a link leads to.
static std::string target(const std::string &Path) {
  char *Real = realpath(Path.c_str(), nullptr);
  std::string Target = Real ? Real : Path;
  std::free(Real);
  return Target;
}

Result<Done> writeFile(const std::string &Named, ByteView Content) {
  std::string Path = target(Named);
  struct stat Old;
  bool IsOld = stat(Path.c_str(), &Old) == 0;
  if (IsOld && !S_ISREG(Old.st_mode)) {
    int Device = open(Path.c_str(), O_WRONLY | O_CLOEXEC);
    bool IsWritten = Device >= 0 && writeAll(Device, Content);
    Error Why = because();
    if (Device >= 0)
      close(Device);
    return IsWritten ? Result<Done>(Done()) : Why;
  }
  std::string Temporary = Path + ".XXXXXX";
  int File = mkostemp(Temporary.data(), O_CLOEXEC);
  if (File < 0)
    return because();
  // A write would take the capabilities away.
  bool IsGood = writeAll(File, Content);
  IsGood = IsGood && fchmod(File, IsOld ? keepAttributes(File, Path, Old) : newMode()) == 0;
  // What a network file system could not keep is told by close().
  IsGood = close(File) == 0 && IsGood && rename(Temporary.c_str(), Path.c_str()) == 0;
  if (IsGood)
    return Done();
  Error Why = because();
  unlink(Temporary.c_str());
  return Why;
}

} // namespace bpf::btf
