// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Keeps libbpf's messages instead of printing them.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_LIBBPFMESSAGES_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_LIBBPFMESSAGES_H

#include "llvm/ADT/StringRef.h"
#include <bpf/libbpf.h>
#include <string>

namespace bpf {

/// Keeps libbpf's warnings of this thread while it lives; one at a time.
class LibbpfMessages {
public:
  LibbpfMessages();
  ~LibbpfMessages();
  LibbpfMessages(const LibbpfMessages &) = delete;
  LibbpfMessages &operator=(const LibbpfMessages &) = delete;

  /// As libbpf printed them, one per line.
  static llvm::StringRef lines();
  /// In one line, with \p Object in place of the name of our file in memory.
  static std::string text(const std::string &Object);

private:
  libbpf_print_fn_t Before;
};

} // namespace bpf

#endif
