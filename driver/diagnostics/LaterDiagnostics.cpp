// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names in an object are relative to the folder that bpfcc ran in, or to the source's own.
#include "driver/diagnostics/LaterDiagnostics.h"
#include "driver/diagnostics/Speak.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

LaterDiagnostics::LaterDiagnostics(const Options &Opts, clang::DiagnosticOptions &Shown)
    : Opts(Opts),
      Engine(clang::DiagnosticIDs::create(), Shown, makePrinter(Opts.EmitsSarif, Shown, /*Speaker=*/"").release()),
      Files({}), Sources(Engine, Files) {
  Engine.getClient()->BeginSourceFile(Language);
}

LaterDiagnostics::~LaterDiagnostics() { Engine.getClient()->EndSourceFile(); }

bool LaterDiagnostics::showsOptionNames() const { return Engine.getDiagnosticOptions().ShowOptionNames; }

/// The source of that name in an object: an input, beside one, in an include folder, or where the name leads from here
/// or from the root.
static clang::OptionalFileEntryRef openSource(clang::FileManager &Files, StringRef Name, const Options &Opts) {
  for (StringRef Input : Opts.Inputs) {
    SmallString<128> Beside(sys::path::parent_path(Input));
    sys::path::append(Beside, Name);
    if (clang::OptionalFileEntryRef File = Files.getOptionalFileRef(Beside))
      return File;
  }
  for (StringRef Folder : Opts.IncludeFolders) {
    SmallString<128> Within(Folder);
    sys::path::append(Within, Name);
    if (clang::OptionalFileEntryRef File = Files.getOptionalFileRef(Within))
      return File;
  }
  if (clang::OptionalFileEntryRef File = Files.getOptionalFileRef(Name))
    return File;
  return Files.getOptionalFileRef(("/" + Name).str());
}

clang::SourceLocation LaterDiagnostics::locationOf(const Place &Where) {
  if (!Where.Line)
    return {};
  clang::OptionalFileEntryRef File = openSource(Files, Where.File, Opts);
  if (!File)
    return {};
  Sources.getOrCreateFileID(*File, clang::SrcMgr::C_User);
  return Sources.translateFileLineCol(*File, Where.Line, std::max(1u, Where.Column));
}

std::optional<Place> LaterDiagnostics::findAbove(const Place &Where, function_ref<size_t(StringRef)> Find,
                                                 unsigned Lines) {
  clang::OptionalFileEntryRef File = Where.Line ? openSource(Files, Where.File, Opts) : std::nullopt;
  std::optional<MemoryBufferRef> Source = File ? Sources.getMemoryBufferForFileOrNone(*File) : std::nullopt;
  if (!Source)
    return std::nullopt;
  SmallVector<StringRef> All;
  Source->getBuffer().split(All, '\n');
  for (size_t Line = std::min<size_t>(Where.Line, All.size()), Least = Line > Lines ? Line - Lines : 0; Line > Least;
       --Line)
    if (size_t Column = Find(All[Line - 1]); Column != StringRef::npos)
      return Place{Where.File, unsigned(Line), unsigned(Column + 1), Where.Function};
  return std::nullopt;
}

Place LaterDiagnostics::above(const Place &Where, StringRef Text, unsigned Lines) {
  return findAbove(Where, [&](StringRef Line) { return Line.find(Text); }, Lines).value_or(Where);
}

void LaterDiagnostics::report(DiagnosticsEngine::Level Level, const Place &Where, StringRef Message, StringRef Rule) {
  clang::SourceLocation Location = locationOf(Where);
  std::string Text = Message.str();
  if (Location.isInvalid() && Where.Line) {
    std::string Column = Where.Column ? ":" + utostr(Where.Column) : "";
    Text = formatv("{0}:{1}{2}: {3}", Where.File, Where.Line, Column, Message);
  }
  clang::DiagnosticBuilder Shown = Engine.Report(Location, Engine.getCustomDiagID(Level, "%0"));
  Shown << Text;
  if (!Rule.empty())
    Shown << clang::AddFlagValue(Rule);
}

} // namespace bpf
