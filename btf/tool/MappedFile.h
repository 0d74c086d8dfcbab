// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A file's bytes, without a copy where it can be mapped.
#ifndef BPFTOOLCHAIN_BTF_TOOL_MAPPEDFILE_H
#define BPFTOOLCHAIN_BTF_TOOL_MAPPEDFILE_H

#include "btf/BTF.h"

namespace bpf::btf {

class MappedFile {
public:
  /// What is no regular file, or one of /sys, is read.
  static Result<MappedFile> open(const std::string &Path);
  MappedFile(MappedFile &&From) noexcept;
  MappedFile &operator=(MappedFile &&) = delete;
  ~MappedFile();

  ByteView bytes() const { return View; }
  /// Lets pages of it go, to be read again from the file should they be needed.
  void release(ByteView Piece) const;

private:
  MappedFile(ByteView View, Bytes Content) : View(View), Content(std::move(Content)) {}

  ByteView View;
  Bytes Content; ///< empty where View is mapped
};

} // namespace bpf::btf

#endif
