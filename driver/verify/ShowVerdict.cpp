// The place is that of the instruction by the object's own lines, which have columns; the verifier's, which have not,
// where the object tells none.
#include "driver/verify/ShowVerdict.h"
#include "driver/object/CodePlace.h"
#include "driver/verify/LoadedCode.h"
#include "driver/verify/Remedy.h"
#include "driver/verify/VerifierLog.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using clang::DiagnosticsEngine;

namespace bpf {

namespace {

/// The lines of a program as the kernel got it.
class ProgramLines {
public:
  ProgramLines(const Verdict &V, const Bytes &Object)
      : Types(btf::decodeFile({Object.data(), Object.size()})),
        Functions(functionsOf(V, StringRef(Object.data(), Object.size()))) {}

  /// Line 0 where it is not known.
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

static void showTaken(const Verdict &V, const NamedObject &Object, const Options &User) {
  if (!User.Verbose && !sys::Process::StandardErrIsDisplayed())
    return;
  VerifierStatistics Counted = readStatistics(V.Log);
  errs() << formatv("{0}: '{1}' loads", Object.Name, V.Program);
  if (!Counted.Instructions.empty())
    errs() << formatv(": {0} instructions processed", Counted.Instructions);
  if (!Counted.Stack.empty())
    errs() << formatv(", stack {0}", Counted.Stack);
  errs() << '\n';
}

static void showReason(const Refusal &Why, ProgramLines &Lines, LaterDiagnostics &Diagnostics) {
  for (const VerifierMessage &Each : Why.Before)
    Diagnostics.note("the verifier said before: " + Each.Text, Lines.of(Each.Instruction));
  for (StringRef Each : Why.Registers) {
    auto [Register, Value] = Each.split('=');
    Diagnostics.note(formatv("{0} is {1}", Register, Value).str());
  }
}

/// By the message that decides, or where that is a sum of what was said before, by one of those.
static void showRemedy(const Refusal &Why, LaterDiagnostics &Diagnostics) {
  std::string Remedy = remedyOf(Why.Last.Text);
  for (const VerifierMessage &Each : Why.Before)
    if (Remedy.empty())
      Remedy = remedyOf(Each.Text);
  if (!Remedy.empty())
    Diagnostics.note(Remedy);
}

static void showRefused(const Verdict &V, const NamedObject &Object, const Options &User,
                        LaterDiagnostics &Diagnostics) {
  ProgramLines Lines(V, Object.Object);
  std::optional<Refusal> Why = readRefusal(V.Log);
  std::string Text = formatv("the running kernel refuses '{0}': {1}", V.Program, Why ? Why->Last.Text : V.Why);
  bool HasPlace = Why && !Why->IsOfWhole;
  Place Where = HasPlace ? Lines.of(Why->Last.Instruction ? Why->Last.Instruction : Why->LastInstruction) : Place();
  if (HasPlace && !Where.Line)
    Where = Why->LastLine;
  bool IsKnown = Where.Line;
  // At least the program is known.
  if (!IsKnown)
    Where = Lines.of(0);
  Diagnostics.report(DiagnosticsEngine::Error, Where, Text, "bpfcc-verify");
  if (Why && Why->LastInstruction && !IsKnown)
    Diagnostics.note("the verifier looked last at " + Why->Disassembly, Lines.of(Why->LastInstruction));
  if (Why) {
    showReason(*Why, Lines, Diagnostics);
    showRemedy(*Why, Diagnostics);
  }
  if (V.Log.empty())
    return;
  if (User.Verify != Verification::Log)
    return Diagnostics.note("--verify=log shows all that the verifier said");
  Diagnostics.note("the verifier said:");
  errs() << StringRef(V.Log).rtrim() << '\n';
}

void showVerdict(const Verdict &V, const NamedObject &Object, const Options &User, LaterDiagnostics &Diagnostics) {
  switch (V.Is) {
  case Verdict::Taken:
    return showTaken(V, Object, User);
  case Verdict::Refused:
    return showRefused(V, Object, User, Diagnostics);
  case Verdict::NotLoaded:
  case Verdict::Failed:
    return Diagnostics.report(DiagnosticsEngine::Error, {},
                              formatv("'{0}' cannot be loaded here: {1}", Object.Name, V.Why).str());
  case Verdict::NotAsked:
    return Diagnostics.report(
        DiagnosticsEngine::Remark, {},
        formatv("the kernel is not asked about '{0}' of '{1}': {2}", V.Program, Object.Name, V.Why).str());
  case Verdict::NotPermitted:
    Diagnostics.report(
        DiagnosticsEngine::Error, {},
        formatv("bpf() is not permitted here: the kernel cannot be asked about '{0}' of '{1}'", V.Program, Object.Name)
            .str());
    return Diagnostics.note("be root, or have the capabilities bpf, net_admin and perfmon");
  }
}

} // namespace bpf
