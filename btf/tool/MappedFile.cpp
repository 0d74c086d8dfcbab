// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// mmap(2), privately: another program that writes to the file meanwhile is seen or not, as with read(2).
#include "btf/tool/MappedFile.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bpf::btf {

Result<MappedFile> MappedFile::open(const std::string &Path) {
  int File = ::open(Path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat Status = {};
  void *Mapped = MAP_FAILED;
  if (File >= 0) {
    if (fstat(File, &Status) == 0 && S_ISREG(Status.st_mode) && Status.st_size > 0)
      Mapped = mmap(nullptr, Status.st_size, PROT_READ, MAP_PRIVATE, File, 0);
    close(File);
  }
  if (Mapped != MAP_FAILED)
    return MappedFile({static_cast<const char *>(Mapped), size_t(Status.st_size)}, {});
  Result<Bytes> Content = readBytes(Path);
  if (!Content)
    return Content.error();
  ByteView View = *Content;
  return MappedFile(View, std::move(*Content));
}

MappedFile::MappedFile(MappedFile &&From) noexcept
    : View(std::exchange(From.View, {})), Content(std::move(From.Content)) {}

MappedFile::~MappedFile() {
  if (Content.empty() && !View.empty())
    munmap(const_cast<char *>(View.data()), View.size());
}

void MappedFile::release(ByteView Piece) const {
  if (!Content.empty())
    return;
  // Whole pages only: what lies beside the piece may be in use.
  uintptr_t Page = sysconf(_SC_PAGESIZE), First = reinterpret_cast<uintptr_t>(Piece.data());
  uintptr_t Begin = (First + Page - 1) / Page * Page, End = (First + Piece.size()) / Page * Page;
  if (Begin < End)
    madvise(reinterpret_cast<void *>(Begin), End - Begin, MADV_DONTNEED);
}

} // namespace bpf::btf
