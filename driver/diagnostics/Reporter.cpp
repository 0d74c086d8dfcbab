// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Prints Findings through clang's diagnostics.
#include "driver/diagnostics/Reporter.h"
#include "driver/diagnostics/Declarations.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

/// Unrolling and inlining copy instructions, and may leave a copy with its function's place alone (column 0): that copy
/// is none for the instruction itself.
bool Reporter::isRepeat(const Finding &F) {
  std::string What = formatv("{0}:{1}", name(F.Kind), F.Message);
  std::string Where = formatv("{0}:{1}:{2}:{3}", What, F.Where.File, F.Where.Line, F.Where.Column);
  bool IsVague = F.Where.Column == 0;
  if (!Shown.insert(Where).second || (IsVague && Shown.count(What)))
    return true;
  Shown.insert(What);
  return false;
}

/// " [-Wbpf-atomic]", as clang writes its own.
static std::string optionOf(const Finding &F, const Judge &Decides) {
  return formatv(" [{0}-Wbpf-{1}]", Decides.promoted(F) ? "-Werror," : "", name(F.Kind));
}

/// How many calls to go outwards to the user's own code: a finding in a system header is reported at the call.
size_t Reporter::callsToUser(const Finding &F) const {
  const clang::SourceManager &Sources = Index.sources();
  auto IsUsers = [&](const Place &Where) {
    clang::SourceLocation Location = Index.locationOf(Where);
    return Location.isInvalid() || !Sources.isInSystemHeader(Location);
  };
  if (IsUsers(F.Where))
    return 0;
  auto Users = find_if(F.InlinedAt, IsUsers);
  return Users == F.InlinedAt.end() ? 0 : Users - F.InlinedAt.begin() + 1;
}

void Reporter::report(const Finding &F) {
  Level L = Decides.of(F);
  if (L == Level::Off || isRepeat(F))
    return;
  DiagnosticsEngine &Diagnostics = Compiler.getDiagnostics();
  std::string Rule = ("bpf-" + name(F.Kind)).str();
  auto Emit = [&](DiagnosticsEngine::Level As, const Place &Where, const Twine &Message) {
    unsigned Id = Diagnostics.getCustomDiagID(As, "%0");
    clang::SourceLocation Location = Index.locationOf(Where);
    // The source of preprocessed input may be elsewhere; its lines are here.
    if (Location.isInvalid())
      Location = Index.parsedAt(Where);
    // A place without its source is reported anyway.
    std::string Prefix;
    if (Location.isInvalid() && Where.Line)
      Prefix = formatv("{0}:{1}:{2}: ", Where.File, Where.Line, Where.Column);
    Diagnostics.Report(Location, Id) << Prefix + Message.str() << clang::AddFlagValue(Rule);
  };
  bool ShowsOption = Diagnostics.getDiagnosticOptions().ShowOptionNames;
  size_t Calls = callsToUser(F);
  Emit(L == Level::Error ? DiagnosticsEngine::Error : DiagnosticsEngine::Warning,
       Calls ? F.InlinedAt[Calls - 1] : F.Where, F.Message + (ShowsOption ? optionOf(F, Decides) : ""));
  Errors |= L == Level::Error;
  if (Calls)
    Emit(DiagnosticsEngine::Note, F.Where, "in '" + F.Where.Function + "', which is inlined here");
  for (const Place &Call : drop_begin(F.InlinedAt, Calls))
    Emit(DiagnosticsEngine::Note, Call, "inlined into '" + Call.Function + "' here");
  for (const Note &Each : F.Notes)
    Emit(DiagnosticsEngine::Note, Each.Where.value_or(Place()), Each.Message);
  std::optional<clang::FixItHint> Hint = F.Repair ? fixItFor(*F.Repair, Compiler, Index) : std::nullopt;
  LeftErrors |= L == Level::Error && !Hint;
  if (!Hint)
    return;
  Repairs.push_back(*Hint);
  Diagnostics.Report(Hint->RemoveRange.getBegin(), Diagnostics.getCustomDiagID(DiagnosticsEngine::Note, "%0"))
      << ("append '" + StringRef(F.Repair->Appended).trim() + "' to '" + F.Repair->Variable + "'").str() << *Hint;
}

} // namespace bpf
