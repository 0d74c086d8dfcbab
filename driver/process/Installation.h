// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where bpfcc's own files are, found from where the executable is: the tree can be moved.
#ifndef BPFTOOLCHAIN_DRIVER_PROCESS_INSTALLATION_H
#define BPFTOOLCHAIN_DRIVER_PROCESS_INSTALLATION_H

#include "llvm/Support/Error.h"
#include <string>

namespace bpf {

struct Installation {
  std::string Executable;
  std::string ClangDir;  ///< clang's resource directory, include/ in it
  std::string HeaderDir; ///< headers that take precedence over the host's
  std::string Bundled;   ///< kernel/ and libbpf/: headers for machines whose own are missing; it may be missing
  std::string Guest;     ///< the program that other kernels are asked with; it may be missing
  std::string Fetcher;   ///< the script that brings them

  /// The files that belong to the running executable; an error names the folder that is missing.
  static llvm::Expected<Installation> find(const char *Argv0);
};

} // namespace bpf

#endif
