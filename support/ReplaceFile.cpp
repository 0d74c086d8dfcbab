// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A temporary file in the same folder, and a rename. LLVM has this too, in OnDiskOutputBackend and TempFile: both leave
// the temporary file where the disk is full, copy over the old file where rename() fails, and remove the new one at a
// signal that the caller ignores (nohup).
#include "support/ReplaceFile.h"
#include "support/HeldSignals.h"
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bpf {

/// Of a temporary file.
static constexpr std::string_view Ending = ".tmp";

static std::error_code lastError() { return std::error_code(errno, std::generic_category()); }

static std::error_code write(int File, std::string_view Bytes) {
  while (!Bytes.empty()) {
    ssize_t Count = ::write(File, Bytes.data(), Bytes.size());
    if (Count < 0 && errno != EINTR)
      return lastError();
    Bytes.remove_prefix(std::max<ssize_t>(Count, 0));
  }
  return {};
}

/// A network file system reports with close() what it could not keep.
static std::error_code close(int File, std::error_code Before) {
  std::error_code Code = ::close(File) == 0 ? std::error_code() : lastError();
  return Before ? Before : Code;
}

static std::error_code writeDevice(const std::string &Path, std::string_view Bytes) {
  int File = open(Path.c_str(), O_WRONLY | O_CLOEXEC);
  if (File < 0)
    return lastError();
  return close(File, write(File, Bytes));
}

/// What a chain of symbolic links leads to, whether it exists or not.
static std::string followLinks(const std::string &Path) {
  std::filesystem::path Real(Path);
  std::error_code Code;
  // The kernel's own bound, MAXSYMLINKS.
  for (int I = 0; I != 40 && std::filesystem::is_symlink(Real, Code); ++I)
    Real = Real.parent_path() / std::filesystem::read_symlink(Real, Code);
  return Real.string();
}

static mode_t newMode() {
  mode_t Mask = umask(0);
  umask(Mask);
  return 0666 & ~Mask;
}

/// What the system does not let us keep is left out, as cp -p does.
static void copyExtendedAttributes(int New, const std::string &Old) {
  std::string Names(65536, '\0'), Value(65536, '\0');
  ssize_t Length = listxattr(Old.c_str(), Names.data(), Names.size());
  Names.resize(std::max<ssize_t>(Length, 0));
  for (size_t At = 0; At < Names.size(); At += std::strlen(&Names[At]) + 1)
    if (ssize_t Bytes = getxattr(Old.c_str(), &Names[At], Value.data(), Value.size()); Bytes >= 0)
      (void)!fsetxattr(New, &Names[At], Value.data(), Bytes, 0);
}

/// Copies the owner and the extended attributes. \returns the mode that goes with them: set-user-ID and set-group-ID
/// bits are for the old owner and group alone.
static mode_t copyAttributes(int New, const std::string &OldPath, const struct stat &Old) {
  bool IsOwned = fchown(New, Old.st_uid, Old.st_gid) == 0;
  copyExtendedAttributes(New, OldPath);
  return Old.st_mode & (IsOwned ? 07777 : 01777);
}

/// True where the name is one that replaceFile() gives a file beside Base: Base-XXXXXX.tmp, or that with .old behind
/// it.
static bool isTemporaryOf(std::string_view Name, std::string_view Base) {
  constexpr size_t Letters = 6;
  if (Name.ends_with(".old"))
    Name.remove_suffix(4);
  return Name.size() == Base.size() + 1 + Letters + Ending.size() && Name.starts_with(Base) &&
         Name[Base.size()] == '-' && Name.ends_with(Ending);
}

/// Who makes a temporary file locks it a moment later, and loses the lock with its life, by SIGKILL too. A process
/// number would mean another process in another container.
static bool isAbandoned(const std::string &Path) {
  constexpr time_t Moment = 2;
  int File = open(Path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (File < 0)
    return false;
  struct stat Found;
  bool IsOld = fstat(File, &Found) == 0 && time(nullptr) - Found.st_ctime >= Moment;
  bool IsFree = IsOld && flock(File, LOCK_EX | LOCK_NB) == 0;
  ::close(File);
  return IsFree;
}

/// Removes what a process that was killed left beside Path.
static void removeAbandoned(const std::filesystem::path &Path) {
  std::error_code Code;
  std::filesystem::path Folder = Path.has_parent_path() ? Path.parent_path() : ".";
  std::string Base = Path.filename().string();
  for (std::filesystem::directory_iterator At(Folder, Code), End; !Code && At != End; At.increment(Code)) {
    std::string Each = At->path().string();
    if (isTemporaryOf(At->path().filename().string(), Base) && isAbandoned(Each))
      unlink(Each.c_str());
  }
}

/// The old file keeps a second name until it is certain that no signal ends the process.
static std::error_code rename(const std::string &New, const std::string &Path, bool Replaces, const HeldSignals &Held) {
  std::string Old = New + ".old";
  bool IsKept = Replaces && link(Path.c_str(), Old.c_str()) == 0;
  if (::rename(New.c_str(), Path.c_str()) != 0) {
    std::error_code Code = lastError();
    if (IsKept)
      unlink(Old.c_str());
    return Code;
  }
  bool IsStopped = Held.came() && (IsKept || !Replaces);
  if (IsStopped && IsKept)
    ::rename(Old.c_str(), Path.c_str());
  else if (IsStopped)
    unlink(Path.c_str());
  else if (IsKept)
    unlink(Old.c_str());
  return IsStopped ? std::make_error_code(std::errc::interrupted) : std::error_code();
}

std::error_code replaceFile(const std::string &Named, std::string_view Bytes, Attributes Kept) {
  std::string Path = followLinks(Named);
  // A link to itself leads to no file, and renaming would replace the link.
  if (std::error_code Code; std::filesystem::is_symlink(Path, Code))
    return std::make_error_code(std::errc::too_many_symbolic_link_levels);
  struct stat Old;
  bool Replaces = stat(Path.c_str(), &Old) == 0;
  if (Replaces && !S_ISREG(Old.st_mode))
    return writeDevice(Path, Bytes);
  // A folder may be writable where a file in it is not.
  if (Replaces && access(Path.c_str(), W_OK) != 0)
    return lastError();
  HeldSignals Held;
  removeAbandoned(Path);
  std::string New = Path + "-XXXXXX" + std::string(Ending);
  int File = mkostemps(New.data(), Ending.size(), O_CLOEXEC);
  if (File < 0)
    return lastError();
  // A second descriptor keeps the lock when the first is closed. Where a file system has no locks, nothing is removed.
  int Lock = fcntl(File, F_DUPFD_CLOEXEC, 0);
  (void)flock(File, LOCK_EX | LOCK_NB);
  std::error_code Code = write(File, Bytes);
  // After the bytes: a write removes capabilities, and until here nobody else may read them.
  bool KeepsOld = Replaces && Kept == Attributes::OfOldFile;
  if (!Code && fchmod(File, KeepsOld ? copyAttributes(File, Path, Old) : newMode()) != 0)
    Code = lastError();
  Code = close(File, Code);
  if (!Code)
    Code = rename(New, Path, Replaces, Held);
  if (Code)
    unlink(New.c_str());
  if (Lock >= 0)
    ::close(Lock);
  return Code;
}

} // namespace bpf
