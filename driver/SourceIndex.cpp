// Indexes the files of a compile by the names that debug information gives them.
#include "driver/SourceIndex.h"
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

void SourceIndex::fill() const {
  const auto &Maps = Compiler.getCodeGenOpts().DebugPrefixMap;
  SourceManager &Sources = Compiler.getSourceManager();
  for (auto It = Sources.fileinfo_begin(), End = Sources.fileinfo_end(); It != End; ++It) {
    SmallString<128> Name = It->first.getName();
    for (const auto &[From, To] : reverse(Maps))
      if (sys::path::replace_path_prefix(Name, From, To))
        break;
    Files.try_emplace(normal(Name), It->first);
  }
}

std::optional<FileEntryRef> SourceIndex::find(StringRef File) const {
  if (Files.empty())
    fill();
  if (auto Found = Files.find(normal(File)); Found != Files.end())
    return Found->second;
  // IR as input: its source was not read here, but may still lie where the debug information says.
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
