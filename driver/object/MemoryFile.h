// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file in memory: for libbpf, which needs file names, and for the result of a child process.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_MEMORYFILE_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_MEMORYFILE_H

#include "driver/object/Finish.h"

namespace bpf {

/// A file that has a name and no place: gone when this is, and the children that share it.
class MemoryFile {
public:
  /// Where none can be made, the error comes with the first use.
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile &) = delete;
  MemoryFile &operator=(const MemoryFile &) = delete;

  int descriptor() const { return Descriptor; }
  /// A name for this process only.
  std::string path() const;

  llvm::Error write(llvm::ArrayRef<char> Content);
  llvm::Expected<Bytes> read() const;

private:
  int Descriptor; ///< owned; -1 where none could be made
};

} // namespace bpf

#endif
