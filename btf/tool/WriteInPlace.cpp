// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Small files are replaced as a whole, large ones get what is new and then another header.
#include "btf/tool/WriteFile.h"
#include "support/HeldSignals.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace bpf::btf {

static Error because() { return makeError("cannot write the file: ", std::strerror(errno)); }

static bool writeAt(int File, ByteView Content, off_t At) {
  while (!Content.empty()) {
    ssize_t Count = pwrite(File, Content.data(), Content.size(), At);
    if (Count < 0 && errno != EINTR)
      return false;
    Content = Content.subspan(std::max<ssize_t>(Count, 0));
    At += std::max<ssize_t>(Count, 0);
  }
  return true;
}

/// What the system takes from a file that is written to: its capabilities, and set-user-ID and set-group-ID bits.
class Privileges {
public:
  explicit Privileges(int File) : File(File) {
    ssize_t Bytes = File < 0 ? -1 : fgetxattr(File, Name, Capabilities, sizeof(Capabilities));
    CapabilityBytes = std::max<ssize_t>(Bytes, 0);
    IsKnown = File >= 0 && fstat(File, &Before) == 0;
  }
  /// As far as the system lets us.
  void restore() const {
    struct stat Now;
    if (IsKnown && fstat(File, &Now) == 0 && Now.st_mode != Before.st_mode)
      (void)!fchmod(File, Before.st_mode & 07777);
    if (CapabilityBytes)
      (void)!fsetxattr(File, Name, Capabilities, CapabilityBytes, 0);
  }

private:
  static constexpr char Name[] = "security.capability";
  int File;
  char Capabilities[64]; ///< struct vfs_ns_cap_data has 24 bytes
  size_t CapabilityBytes = 0;
  bool IsKnown = false;
  struct stat Before = {};
};

static bool writeDown(int File, ByteView Content, off_t At) { return writeAt(File, Content, At) && fsync(File) == 0; }

/// What the loader maps has one place only, so that the old types are gone before the new are there. They have no magic
/// number meanwhile: they are no types, instead of some of both. A user who stops us waits for the new ones.
static Result<Done> overwrite(const std::string &Path, const Appending &New) {
  constexpr size_t HeaderBytes = 24;
  ByteView Types = New.Block;
  HeldSignals Meanwhile;
  int File = open(Path.c_str(), O_RDWR | O_CLOEXEC);
  Privileges Kept(File);
  bool IsGood = File >= 0 && writeDown(File, Bytes(HeaderBytes), New.Offset) &&
                writeDown(File, Types.subspan(HeaderBytes), New.Offset + HeaderBytes) &&
                writeDown(File, Types.first(HeaderBytes), New.Offset);
  Error Why = because();
  Kept.restore();
  if (File >= 0)
    close(File);
  return IsGood ? Result<Done>(Done()) : Why;
}

/// The header is written after what it refers to. Until then a file that has grown reads as before, and if the
/// disk is full it gets its length back. Only then is it cut: the new block may lie before the old table of sections.
static Result<Done> commit(const std::string &Path, uint64_t OldLength, const Appending &New) {
  int File = open(Path.c_str(), O_RDWR | O_CLOEXEC);
  Privileges Kept(File);
  bool IsGood = File >= 0 && writeAt(File, New.Block, New.Offset) && fsync(File) == 0;
  Error Why = because();
  if (File >= 0 && !IsGood)
    (void)!ftruncate(File, OldLength);
  else if (IsGood && !(writeAt(File, New.Header, 0) && fsync(File) == 0 && ftruncate(File, New.Length) == 0)) {
    Why = because();
    IsGood = false;
  }
  Kept.restore();
  if (File >= 0)
    close(File);
  return IsGood ? Result<Done>(Done()) : Why;
}

/// The file as it is to be, for one that is small.
static Bytes whole(ByteView Elf, const Appending &New) {
  Bytes Content(Elf.begin(), Elf.end());
  Content.resize(std::max<uint64_t>(Content.size(), New.Offset + New.Block.size()));
  std::copy(New.Block.begin(), New.Block.end(), Content.begin() + New.Offset);
  std::copy(New.Header.begin(), New.Header.end(), Content.begin());
  Content.resize(New.Length);
  return Content;
}

Result<Done> writeTypesInPlace(const std::string &Path, ByteView Elf, const TypeGraph &Types) {
  constexpr size_t Large = 16 << 20;
  // A rename asks for the folder alone.
  if (access(Path.c_str(), W_OK) != 0)
    return because();
  Result<Appending> New = appendTypes(Elf, encode(Types));
  if (!New)
    return New.error();
  if (Elf.size() >= Large)
    return New->Header.empty() ? overwrite(Path, *New) : commit(Path, Elf.size(), *New);
  // An object is written anew, so that nothing is left of what it had; but what is loaded keeps its place.
  if (New->Header.empty())
    return writeFile(Path, whole(Elf, *New));
  if (Result<Bytes> Object = attach(Elf, Types, nullptr))
    return writeFile(Path, *Object);
  return writeFile(Path, whole(Elf, *New));
}

} // namespace bpf::btf
