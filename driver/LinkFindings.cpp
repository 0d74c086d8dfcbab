// Names in an object are relative to the folder that bpfcc ran in, or to the source's own.
#include "driver/LinkFindings.h"
#include "driver/Speak.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

/// The source of that name in an object: an input, beside one, or where the name leads from here or from the root.
static clang::OptionalFileEntryRef openSource(clang::FileManager &Files, StringRef Name, const Options &User) {
  for (StringRef Input : User.Inputs) {
    SmallString<128> Beside(sys::path::parent_path(Input));
    sys::path::append(Beside, Name);
    if (clang::OptionalFileEntryRef File = Files.getOptionalFileRef(Beside))
      return File;
  }
  if (clang::OptionalFileEntryRef File = Files.getOptionalFileRef(Name))
    return File;
  return Files.getOptionalFileRef(("/" + Name).str());
}

static clang::SourceLocation locationOf(const Place &Where, clang::SourceManager &Sources, const Options &User) {
  if (!Where.Line)
    return {};
  clang::OptionalFileEntryRef File = openSource(Sources.getFileManager(), Where.File, User);
  if (!File)
    return {};
  Sources.getOrCreateFileID(*File, clang::SrcMgr::C_User);
  return Sources.translateFileLineCol(*File, Where.Line, std::max(1u, Where.Column));
}

static void show(const Finding &F, Level L, DiagnosticsEngine &Diagnostics, const Options &User) {
  clang::SourceLocation Location = locationOf(F.Where, Diagnostics.getSourceManager(), User);
  std::string Text = F.Message;
  if (Location.isInvalid() && F.Where.Line)
    Text = formatv("{0}:{1}:{2}: {3}", F.Where.File, F.Where.Line, F.Where.Column, F.Message);
  if (Diagnostics.getDiagnosticOptions().ShowOptionNames)
    Text += formatv(" [-Wbpf-{0}]", name(F.Kind));
  unsigned Id =
      Diagnostics.getCustomDiagID(L == Level::Error ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning, "%0");
  Diagnostics.Report(Location, Id) << Text << clang::AddFlagValue(("bpf-" + name(F.Kind)).str());
  for (const Note &Each : F.Notes)
    Diagnostics.Report(Diagnostics.getCustomDiagID(DiagnosticsEngine::Note, "%0")) << Each.Message;
}

Outcome showLinkFindings(ArrayRef<Finding> Found, const Options &User, clang::DiagnosticOptions &Shown) {
  DiagnosticsEngine Diagnostics(clang::DiagnosticIDs::create(), Shown,
                                makePrinter(User.SaysSarif, Shown, /*Speaker=*/"").release());
  clang::FileManager Files({});
  clang::SourceManager Sources(Diagnostics, Files);
  clang::LangOptions Language;
  Diagnostics.getClient()->BeginSourceFile(Language);
  for (const Finding &Each : Found)
    if (Level L = User.Warnings.of(Each.Kind, Each.How); L != Level::Off)
      show(Each, L, Diagnostics, User);
  Diagnostics.getClient()->EndSourceFile();
  return Diagnostics.hasErrorOccurred() ? Outcome::WrongInput : Outcome::Good;
}

} // namespace bpf
