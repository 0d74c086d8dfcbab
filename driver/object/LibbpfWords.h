// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What libbpf says, kept instead of written to standard error.
#ifndef BPFTOOLCHAIN_DRIVER_OBJECT_LIBBPFWORDS_H
#define BPFTOOLCHAIN_DRIVER_OBJECT_LIBBPFWORDS_H

#include "llvm/ADT/StringRef.h"
#include <bpf/libbpf.h>
#include <string>

namespace bpf {

/// Keeps libbpf's warnings of this thread while it lives; one at a time.
class LibbpfWords {
public:
  LibbpfWords();
  ~LibbpfWords();
  LibbpfWords(const LibbpfWords &) = delete;
  LibbpfWords &operator=(const LibbpfWords &) = delete;

  /// As libbpf said them, a line each.
  static llvm::StringRef lines();
  /// In one line; libbpf names our files in memory, the user knows Object.
  static std::string text(const std::string &Object);

private:
  libbpf_print_fn_t Before;
};

} // namespace bpf

#endif
