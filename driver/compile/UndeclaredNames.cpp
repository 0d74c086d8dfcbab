// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The name is what clang's message has in quotes.
#include "driver/compile/UndeclaredNames.h"
#include "passes/target/Helper.h"
#include "passes/target/Kfunc.h"
#include "clang/Basic/DiagnosticSema.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Regex.h"
#include <algorithm>

using namespace llvm;
using clang::DiagnosticsEngine;
namespace diag = clang::diag;

namespace bpf {

namespace {

struct Row {
  StringRef Names, Note;
};

} // namespace

static constexpr Row Rows[] = {
#define UNDECLARED(Names, Note) {Names, Note},
#include "driver/compile/UndeclaredNames.def"
};

static bool isAboutUndeclared(unsigned Id) {
  switch (Id) {
  case diag::err_undeclared_var_use:
  case diag::err_undeclared_var_use_suggest:
  case diag::ext_implicit_function_decl_c99:
  case diag::warn_implicit_function_decl:
  case diag::err_unknown_typename:
  case diag::err_unknown_typename_suggest:
    return true;
  default:
    return false;
  }
}

static std::string noteFor(StringRef Name) {
  for (const Row &Each : Rows) {
    if (!Regex(("^(" + Each.Names + ")$").str()).match(Name))
      continue;
    std::string Note = Each.Note.str();
    if (size_t At = Note.find("$0"); At != Note.npos)
      Note.replace(At, 2, Name.str());
    return Note;
  }
  if (findHelper(Name))
    return "it is a helper: include <bpf/bpf_helpers.h>";
  if (findKfunc(Name))
    return "it is a function of the kernel: include a vmlinux.h that has it, or declare it 'extern' with __ksym";
  return "";
}

static void note(DiagnosticsEngine &Diagnostics, clang::SourceLocation Where, StringRef Text) {
  Diagnostics.Report(Where, Diagnostics.getCustomDiagID(DiagnosticsEngine::Note, "%0")) << Text;
}

void noteUndeclaredName(DiagnosticsEngine &Diagnostics, DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Shown) {
  if (Level < DiagnosticsEngine::Warning || !isAboutUndeclared(Shown.getID()))
    return;
  SmallString<128> Text;
  Shown.FormatDiagnostic(Text);
  StringRef Name = StringRef(Text).split('\'').second.split('\'').first;
  if (std::string Note = noteFor(Name); !Note.empty())
    note(Diagnostics, Shown.getLocation(), Note);
}

bool noteHeaderOfLoader(DiagnosticsEngine &Diagnostics, DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Shown) {
  if (Level < DiagnosticsEngine::Error || !Shown.hasSourceManager() || Shown.getLocation().isInvalid())
    return false;
  const clang::SourceManager &Sources = Shown.getSourceManager();
  // What it declares is declared again by the headers for programs.
  if (!Sources.getFilename(Sources.getSpellingLoc(Shown.getLocation())).contains("/bpf/"))
    return false;
  bool IsIncluded = std::any_of(Sources.fileinfo_begin(), Sources.fileinfo_end(),
                                [](const auto &Each) { return Each.first.getName().ends_with("/bpf/libbpf.h"); });
  if (IsIncluded)
    note(Diagnostics, {}, "<bpf/libbpf.h> is for the program that loads objects; remove its #include from this source");
  return IsIncluded;
}

} // namespace bpf
