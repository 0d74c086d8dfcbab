// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// From places as debug information names them back to clang's source locations, columns and all. Debug information
// names files as the prefix maps of the Profile made them; this undoes the maps by applying them to what was read.
#ifndef BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SOURCEINDEX_H
#define BPFTOOLCHAIN_DRIVER_DIAGNOSTICS_SOURCEINDEX_H

#include "passes/Check.h"
#include "clang/Basic/FileEntry.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <optional>

namespace clang {
class CompilerInstance;
class SourceManager;
} // namespace clang

namespace bpf {

class SourceIndex {
public:
  explicit SourceIndex(const clang::CompilerInstance &Compiler) : Compiler(Compiler) {}

  /// Invalid where the place has no file, or none that can be found.
  clang::SourceLocation locationOf(const Place &Where) const;

  /// The same in the parsed text: in preprocessed input the line that the line markers map to it. Invalid if the
  /// place is in none of the files that were read.
  clang::SourceLocation parsedAt(const Place &Where) const;

  /// The place as debug information would name it; a macro's is where it is expanded. Line 0 for an invalid location.
  Place placeOf(clang::SourceLocation Where) const;

  /// The text of a file that debug information names; nothing where it cannot be found.
  std::optional<llvm::StringRef> textOf(llvm::StringRef File) const;

  const clang::SourceManager &sources() const;

private:
  std::optional<clang::FileEntryRef> find(llvm::StringRef File) const;
  std::string nameInDebug(llvm::StringRef Path) const;
  void fill() const;
  void fillMarked() const;

  const clang::CompilerInstance &Compiler;
  /// Filled at the first question: most compiles ask none.
  mutable llvm::StringMap<clang::FileEntryRef> Files;
  /// Line markers of the main file, or #line: by file and line the line of the main file.
  mutable std::map<std::pair<std::string, unsigned>, unsigned> Marked;
};

} // namespace bpf

#endif
