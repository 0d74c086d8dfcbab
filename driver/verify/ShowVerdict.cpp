// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Locations come from the object's line information, which has columns; from the verifier's log, which has none,
// if the object has none.
#include "driver/verify/ShowVerdict.h"
#include "driver/object/CodePlace.h"
#include "driver/verify/LoadedCode.h"
#include "driver/verify/Remedy.h"
#include "driver/verify/VerifierLog.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

namespace {

/// Source lines of a loaded program.
class ProgramLines {
public:
  ProgramLines(const Verdict &V, const Bytes &Object)
      : Types(btf::decodeFile({Object.data(), Object.size()})),
        Functions(functionsOf(V, StringRef(Object.data(), Object.size()))) {}

  /// Line 0 if it is unknown.
  Place of(std::optional<unsigned> Instruction) {
    if (Types && Instruction)
      for (const LoadedFunction &Each : Functions)
        if (*Instruction >= Each.First && *Instruction - Each.First < Each.Count)
          return placeOf(*Types, Each.Section, Each.Offset + (*Instruction - Each.First) * sizeof(bpf_insn));
    return {};
  }

private:
  btf::Result<btf::TypeFile> Types;
  std::vector<LoadedFunction> Functions;
};

} // namespace

static void showAccepted(const Verdict &V, const NamedObject &Object, const Options &Opts) {
  if (!Opts.Verbose)
    return;
  VerifierStatistics Counted = readStatistics(V.Log);
  errs() << formatv("{0}: '{1}' loads", Object.Name, V.Program);
  if (!Counted.Instructions.empty())
    errs() << formatv(": {0} instructions processed", Counted.Instructions);
  if (!Counted.Stack.empty())
    errs() << formatv(", stack {0}", Counted.Stack);
  errs() << '\n';
}

/// Where the source names the program's section; the beginning of its code if a macro does.
static Place sectionPlace(const Verdict &V, const NamedObject &Object, LaterDiagnostics &Diagnostics) {
  StringRef Content(Object.Object.data(), Object.Object.size());
  btf::Result<btf::TypeFile> Types = btf::decodeFile({Content.data(), Content.size()});
  std::optional<LoadedFunction> Begin = programIn(Content, V.Section, V.Program);
  if (!Types || !Begin)
    return {};
  return Diagnostics.above(placeOf(*Types, Begin->Section, Begin->Offset), V.Section + "\"");
}

static std::string withRemedy(const Twine &Text, const Verdict &V) {
  return (Text + (V.Remedy.empty() ? "" : "; " + V.Remedy)).str();
}

static void showNotAsked(const Verdict &V, const NamedObject &Object, const Options &Opts,
                         LaterDiagnostics &Diagnostics) {
  Diagnostics.report(Opts.VerifyIfPossible ? DiagnosticsEngine::Warning : DiagnosticsEngine::Error,
                     sectionPlace(V, Object, Diagnostics),
                     withRemedy("'" + V.Program + "' is not verified: " + V.Why, V), "bpfcc-verify");
}

static void showAdvice(const Verdict &V, const NamedObject &Object, const Options &Opts,
                       LaterDiagnostics &Diagnostics) {
  if (!V.Advice.empty() && Opts.Warnings.ofWarning() != Level::Off)
    Diagnostics.report(DiagnosticsEngine::Warning, sectionPlace(V, Object, Diagnostics), withRemedy(V.Advice, V),
                       "bpfcc-verify");
}

static void showReason(const Rejection &Why, ProgramLines &Lines, LaterDiagnostics &Diagnostics) {
  for (const VerifierMessage &Each : Why.Before)
    Diagnostics.note("the verifier reported before: " + Each.Text, Lines.of(Each.Instruction));
  for (StringRef Each : Why.Registers) {
    auto [Register, Value] = Each.split('=');
    Diagnostics.note(formatv("{0} is {1}", Register, Value).str());
  }
}

/// For the decisive message or, if that only summarizes earlier messages, for one of them.
static void showRemedy(const Rejection &Why, LaterDiagnostics &Diagnostics) {
  std::string Remedy = remedyOf(Why.Last.Text);
  for (const VerifierMessage &Each : Why.Before)
    if (Remedy.empty())
      Remedy = remedyOf(Each.Text);
  if (!Remedy.empty())
    Diagnostics.note(Remedy);
}

static void showRejected(const Verdict &V, const NamedObject &Object, const Options &Opts,
                         LaterDiagnostics &Diagnostics) {
  ProgramLines Lines(V, Object.Object);
  std::optional<Rejection> Why = readRejection(V.Log);
  std::string Text = formatv("the running kernel rejects '{0}': {1}", V.Program, Why ? Why->Last.Text : V.Why);
  bool HasPlace = Why && !Why->IsOfWhole;
  Place Where = HasPlace ? Lines.of(Why->Last.Instruction ? Why->Last.Instruction : Why->LastInstruction) : Place();
  if (HasPlace && !Where.Line)
    Where = Why->LastLine;
  bool IsKnown = Where.Line;
  // Fall back to the beginning of the program.
  if (!IsKnown)
    Where = Lines.of(0);
  Diagnostics.report(DiagnosticsEngine::Error, Where, Text, "bpfcc-verify");
  if (Why && Why->LastInstruction && !IsKnown)
    Diagnostics.note("the last instruction that the verifier processed is " + Why->Disassembly,
                     Lines.of(Why->LastInstruction));
  if (Why) {
    showReason(*Why, Lines, Diagnostics);
    showRemedy(*Why, Diagnostics);
  }
  if (V.Log.empty())
    return;
  if (Opts.Verify != Verification::Log)
    return Diagnostics.note("use --verify=log to print the verifier's log");
  Diagnostics.note("verifier log:");
  errs() << StringRef(V.Log).rtrim() << '\n';
}

static void showNotPermitted(const Verdict &V, const NamedObject &Object, const Options &Opts,
                             LaterDiagnostics &Diagnostics) {
  bool IsOfPermission = V.Why == std::error_code(EPERM, std::generic_category()).message() ||
                        V.Why == std::error_code(EACCES, std::generic_category()).message();
  std::string Why = IsOfPermission ? "bpf() is not permitted here" : "bpf() fails here (" + V.Why + ")";
  Diagnostics.report(Opts.VerifyIfPossible ? DiagnosticsEngine::Warning : DiagnosticsEngine::Error, {},
                     formatv("{0}: the kernel cannot be asked about '{1}' of '{2}'", Why, V.Program, Object.Name).str(),
                     "bpfcc-verify");
  Diagnostics.note(IsOfPermission ? "run as root, or with the capabilities bpf, net_admin and perfmon"
                                  : "this is how sandboxes and kernels without bpf() fail: verify elsewhere");
}

/// Where one of the object's sources declares the name with SEC() or as extern; line 0 if none does.
static Place declarationOf(StringRef Name, const NamedObject &Object, LaterDiagnostics &Diagnostics) {
  btf::Result<btf::TypeFile> Types = btf::decodeFile({Object.Object.data(), Object.Object.size()});
  if (Name.empty() || !Types || !Types->Code)
    return {};
  std::set<std::string> Files;
  for (const auto &Section : Types->Code->Lines)
    for (const btf::LineInfo &Each : Section.Records)
      Files.emplace(Types->Types.text(Each.File));
  constexpr unsigned Everywhere = ~0u;
  for (const std::string &File : Files)
    for (const std::string &Text : {(Name + " SEC(").str(), (Name + " __ksym").str(), (Name + " __kconfig").str()})
      if (Place Found = Diagnostics.above({File, Everywhere, 0, ""}, Text, Everywhere); Found.Line != Everywhere)
        return Found;
  return {};
}

void showNotLoaded(const Twine &Text, StringRef Why, const NamedObject &Object, LaterDiagnostics &Diagnostics) {
  StringRef Name = Why.split('\'').second.split('\'').first;
  Diagnostics.report(DiagnosticsEngine::Error, declarationOf(Name, Object, Diagnostics), (Text + ": " + Why).str(),
                     "bpfcc-verify");
  if (std::string Remedy = libbpfRemedyOf(Why); !Remedy.empty())
    Diagnostics.note(Remedy);
}

void showVerdict(const Verdict &V, const NamedObject &Object, const Options &Opts, LaterDiagnostics &Diagnostics) {
  switch (V.Status) {
  case Verdict::Accepted:
    showAccepted(V, Object, Opts);
    return showAdvice(V, Object, Opts, Diagnostics);
  case Verdict::Rejected:
    return showRejected(V, Object, Opts, Diagnostics);
  case Verdict::NoTarget:
    return Diagnostics.report(DiagnosticsEngine::Error, sectionPlace(V, Object, Diagnostics),
                              withRemedy("'" + V.Program + "' cannot be loaded: " + V.Why, V), "bpfcc-verify");
  case Verdict::NotLoaded:
  case Verdict::Failed:
    return showNotLoaded("'" + Object.Name + "' cannot be loaded here", V.Why, Object, Diagnostics);
  case Verdict::NotAsked:
    return showNotAsked(V, Object, Opts, Diagnostics);
  case Verdict::NotPermitted:
    return showNotPermitted(V, Object, Opts, Diagnostics);
  }
}

} // namespace bpf
