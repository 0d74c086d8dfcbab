// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Indexes the files of a compile by the names that debug information gives them.
#include "driver/diagnostics/SourceIndex.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace llvm;

namespace bpf {

/// "./a/../b.c" and "b.c" are the same file.
static std::string normal(StringRef Path) {
  SmallString<128> Text(Path);
  sys::path::remove_dots(Text, /*remove_dot_dot=*/true);
  return Text.str().str();
}

std::string SourceIndex::nameInDebug(StringRef Path) const {
  SmallString<128> Name = Path;
  for (const auto &[From, To] : reverse(Compiler.getCodeGenOpts().DebugPrefixMap))
    if (sys::path::replace_path_prefix(Name, From, To))
      break;
  return normal(Name);
}

void SourceIndex::fill() const {
  SourceManager &Sources = Compiler.getSourceManager();
  for (auto It = Sources.fileinfo_begin(), End = Sources.fileinfo_end(); It != End; ++It)
    Files.try_emplace(nameInDebug(It->first.getName()), It->first);
}

void SourceIndex::fillMarked() const {
  SourceManager &Sources = Compiler.getSourceManager();
  FileID Main = Sources.getMainFileID();
  if (!Sources.hasLineTable())
    return;
  // Most lines are of the file of the line before.
  std::string File, Name;
  for (unsigned Line = 1, Last = Sources.getBufferData(Main).count('\n') + 1; Line <= Last; ++Line) {
    PresumedLoc Reported = Sources.getPresumedLoc(Sources.translateLineCol(Main, Line, 1));
    if (Reported.isInvalid())
      continue;
    if (File != Reported.getFilename()) {
      File = Reported.getFilename();
      Name = nameInDebug(File);
    }
    Marked.try_emplace({Name, Reported.getLine()}, Line);
  }
}

std::optional<FileEntryRef> SourceIndex::find(StringRef File) const {
  if (Files.empty())
    fill();
  if (auto Found = Files.find(normal(File)); Found != Files.end())
    return Found->second;
  // IR as input: its source was not read here, but may still be where the debug information has it.
  OptionalFileEntryRef OnDisk = Compiler.getFileManager().getOptionalFileRef(File);
  if (!OnDisk)
    return std::nullopt;
  Compiler.getSourceManager().getOrCreateFileID(*OnDisk, SrcMgr::C_User);
  return *OnDisk;
}

SourceLocation SourceIndex::locationOf(const Place &Where) const {
  if (Where.File.empty() || !Where.Line)
    return SourceLocation();
  std::optional<FileEntryRef> File = find(Where.File);
  if (!File)
    return SourceLocation();
  // Column 0 means the whole line; clang's columns begin at 1.
  return Compiler.getSourceManager().translateFileLineCol(*File, Where.Line, std::max(1u, Where.Column));
}

clang::SourceLocation SourceIndex::parsedAt(const Place &Where) const {
  if (Where.File.empty() || !Where.Line)
    return clang::SourceLocation();
  if (Files.empty())
    fill();
  SourceManager &Sources = Compiler.getSourceManager();
  unsigned Column = std::max(1u, Where.Column);
  if (auto Found = Files.find(normal(Where.File)); Found != Files.end()) {
    clang::SourceLocation Read = Sources.translateFileLineCol(Found->second, Where.Line, Column);
    FileID File = Sources.getFileID(Read);
    // Others were opened to show a line of theirs.
    if (File == Sources.getMainFileID() || Sources.getIncludeLoc(File).isValid())
      return Read;
  }
  if (Marked.empty())
    fillMarked();
  auto Found = Marked.find({normal(Where.File), Where.Line});
  if (Found == Marked.end())
    return clang::SourceLocation();
  return Sources.translateLineCol(Sources.getMainFileID(), Found->second, Column);
}

Place SourceIndex::placeOf(clang::SourceLocation Where) const {
  SourceManager &Sources = Compiler.getSourceManager();
  PresumedLoc Reported = Sources.getPresumedLoc(Sources.getExpansionLoc(Where));
  if (Reported.isInvalid())
    return Place();
  return {nameInDebug(Reported.getFilename()), Reported.getLine(), Reported.getColumn(), ""};
}

const SourceManager &SourceIndex::sources() const { return Compiler.getSourceManager(); }

std::optional<StringRef> SourceIndex::textOf(StringRef Name) const {
  std::optional<FileEntryRef> File = find(Name);
  if (!File)
    return std::nullopt;
  if (std::optional<MemoryBufferRef> Text = Compiler.getSourceManager().getMemoryBufferForFileOrNone(*File))
    return Text->getBuffer();
  return std::nullopt;
}

} // namespace bpf
