// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// memfd_create(2).
#include "driver/object/MemoryFile.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include <sys/mman.h>
#include <unistd.h>

using namespace llvm;

namespace bpf {

MemoryFile::MemoryFile() : Descriptor(memfd_create("bpfcc", MFD_CLOEXEC)) {}

MemoryFile::~MemoryFile() {
  if (Descriptor >= 0)
    close(Descriptor);
}

std::string MemoryFile::path() const { return "/proc/self/fd/" + std::to_string(Descriptor); }

Error MemoryFile::write(ArrayRef<char> Content) {
  for (size_t Done = 0; Done < Content.size();) {
    ssize_t Count = ::write(Descriptor, Content.data() + Done, Content.size() - Done);
    if (Count < 0)
      return createFileError("a file in memory", std::error_code(errno, std::generic_category()));
    Done += Count;
  }
  return Error::success();
}

Expected<Bytes> MemoryFile::read() const {
  ErrorOr<std::unique_ptr<MemoryBuffer>> File = MemoryBuffer::getFile(path());
  if (!File)
    return createFileError("a file in memory", File.getError());
  return Bytes((*File)->getBuffer().begin(), (*File)->getBuffer().end());
}

} // namespace bpf
