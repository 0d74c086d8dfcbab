// From places as debug information names them back to clang's source locations, columns and all. Debug information
// names files as the prefix maps of the Profile made them; this undoes the maps by applying them to what was read.
#ifndef BPFTOOLCHAIN_DRIVER_SOURCEINDEX_H
#define BPFTOOLCHAIN_DRIVER_SOURCEINDEX_H

#include "passes/Check.h"
#include "clang/Basic/FileEntry.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringMap.h"
#include <optional>

namespace clang {
class CompilerInstance;
class SourceManager;
}

namespace bpf {

class SourceIndex {
public:
  explicit SourceIndex(const clang::CompilerInstance &Compiler) : Compiler(Compiler) {}

  /// Invalid where the place has no file, or none that can be found.
  clang::SourceLocation locationOf(const Place &Where) const;

  /// The text of a file that debug information names; nothing where it cannot be found.
  std::optional<llvm::StringRef> textOf(llvm::StringRef File) const;

  const clang::SourceManager &sources() const;

private:
  std::optional<clang::FileEntryRef> find(llvm::StringRef File) const;
  void fill() const;

  const clang::CompilerInstance &Compiler;
  /// Filled at the first question: most compiles ask none.
  mutable llvm::StringMap<clang::FileEntryRef> Files;
};

} // namespace bpf

#endif
