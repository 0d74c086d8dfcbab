// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A second preprocessor reads the whole program before it is parsed. It finds the headers that are lists of
// declarations, skips all but their directives, and collects the names in everything else.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_PREPASS_H
#define BPFTOOLCHAIN_DRIVER_TRIM_PREPASS_H

#include "driver/trim/Headers.h"
#include "driver/trim/ProgramNames.h"
#include "clang/Basic/FileEntry.h"
#include "llvm/Support/MemoryBuffer.h"

namespace clang {
class CompilerInstance;
}

namespace bpf::trim {

/// Smaller headers are parsed in less time than a trim takes.
constexpr size_t LeastBytes = 64 << 10;

struct PrePass {
  Headers Lists;
  std::vector<clang::FileEntryRef> Files; ///< of Lists.All
  ProgramNames Names;
  std::string WhyNot; ///< why headers cannot be trimmed; empty if they can

  // Owners of what Lists and Names refer to.
  std::vector<std::unique_ptr<llvm::MemoryBuffer>> Texts;
  std::unique_ptr<clang::CompilerInstance> Instance;

  PrePass();
  ~PrePass();
};

/// \param Compiler whose options and files it shares; its state is not changed.
std::unique_ptr<PrePass> runPrePass(clang::CompilerInstance &Compiler);

} // namespace bpf::trim

#endif
