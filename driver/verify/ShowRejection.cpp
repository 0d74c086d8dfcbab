// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The place is that of the instruction by the object's own lines, which have columns; the verifier's, which have not,
// where the object has none.
#include "driver/verify/ShowRejection.h"
#include "driver/explain/Explain.h"
#include "driver/verify/LoadedCode.h"
#include "driver/verify/ObjectPlaces.h"
#include "llvm/Support/FormatVariadic.h"

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
  CodeLine lineOf(unsigned Instruction) {
    if (Types)
      for (const LoadedFunction &Each : Functions)
        if (Instruction >= Each.First && Instruction - Each.First < Each.Count)
          return bpf::lineOf(*Types, Each.Section, Each.Offset + (Instruction - Each.First) * sizeof(bpf_insn));
    return {};
  }
  ArrayRef<LoadedFunction> functions() const { return Functions; }
  Place of(std::optional<unsigned> Instruction) { return Instruction ? lineOf(*Instruction).Where : Place(); }

private:
  btf::Result<btf::TypeFile> Types;
  std::vector<LoadedFunction> Functions;
};

} // namespace

/// The instruction that is rejected where the log names none: a call through a register, which no kernel supports.
static std::optional<unsigned> indirectCall(const Verdict &V, const Rejection &Why) {
  constexpr uint8_t CallRegister = BPF_JMP | BPF_CALL | BPF_X;
  if (!StringRef(Why.Last.Text).contains("unknown opcode 8d"))
    return std::nullopt;
  auto Found = find_if(V.Code, [](const bpf_insn &Each) { return Each.code == CallRegister; });
  return Found == V.Code.end() ? std::nullopt : std::optional<unsigned>(Found - V.Code.begin());
}

/// Where the verifier found it; line 0 where it does not say.
static Place rejectedPlace(const Verdict &V, const Rejection &Why, ProgramLines &Lines) {
  if (std::optional<unsigned> Call = indirectCall(V, Why))
    return Lines.of(Call);
  if (Why.IsOfWhole)
    return {};
  Place Where = Lines.of(Why.Last.Instruction ? Why.Last.Instruction : Why.LastInstruction);
  return Where.Line ? Where : Why.LastLine;
}

/// The verifier's own words, which others know and search for.
static void showWords(const Verdict &V, const Rejection &Why, StringRef Who, LaterDiagnostics &Diagnostics) {
  std::string Words;
  for (const VerifierMessage &Each : Why.Before)
    Words += Each.Text + "; ";
  Diagnostics.note(formatv("{0} rejects '{1}': {2}{3}", Who, V.Program, Words, Why.Last.Text).str());
}

/// Without words of the verifier, or without ours for them.
static void showPlainly(const Verdict &V, const std::optional<Rejection> &Why, ProgramLines &Lines, const Place &Where,
                        StringRef Who, LaterDiagnostics &Diagnostics) {
  Diagnostics.report(DiagnosticsEngine::Error, Where,
                     formatv("{0} rejects '{1}': {2}", Who, V.Program, Why ? Why->Last.Text : V.Why).str(),
                     "bpfcc-verify");
  if (Why)
    for (const VerifierMessage &Each : Why->Before)
      Diagnostics.note("the verifier reported before: " + Each.Text, Lines.of(Each.Instruction));
}

/// The declaration that decides: of the program's section, of a map, or of the function of the rejected instruction.
static void showDecider(const Decider &By, const Verdict &V, const NamedObject &Object, const Place &Rejected,
                        LaterDiagnostics &Diagnostics) {
  if (By.Kind == Decider::Function) {
    if (Place Where = functionAbove(Rejected, Diagnostics); Where.Line)
      Diagnostics.note("in this function", Where);
    return;
  }
  if (By.Kind == Decider::Section)
    return Diagnostics.note(formatv("'{0}' is a program of section '{1}'", V.Program, V.Section).str(),
                            sectionPlace(V, Object, Diagnostics));
  if (By.Kind != Decider::Map || By.Name.empty())
    return;
  if (Place Where = declarationOf(By.Name, Object, Diagnostics); Where.Line)
    Diagnostics.note(formatv("map '{0}' is declared here", By.Name).str(), Where);
}

/// The bytes of stack that a function uses, by the lowest address that it computes or accesses.
static unsigned stackOf(ArrayRef<bpf_insn> Code) {
  int Lowest = 0;
  std::optional<unsigned> Holder; // of a copy of the frame pointer
  for (const bpf_insn &Each : Code) {
    unsigned Class = BPF_CLASS(Each.code);
    bool IsStore = Class == BPF_ST || Class == BPF_STX;
    if ((IsStore && Each.dst_reg == BPF_REG_10) || (Class == BPF_LDX && Each.src_reg == BPF_REG_10))
      Lowest = std::min<int>(Lowest, Each.off);
    bool IsAdd = Class == BPF_ALU64 && BPF_OP(Each.code) == BPF_ADD && BPF_SRC(Each.code) == BPF_K;
    if (IsAdd && Holder == Each.dst_reg)
      Lowest = std::min<int>(Lowest, Each.imm);
    if (Each.code == (BPF_ALU64 | BPF_MOV | BPF_X) && Each.src_reg == BPF_REG_10)
      Holder = Each.dst_reg;
    else if (!IsStore && Holder == Each.dst_reg)
      Holder.reset();
  }
  return -Lowest;
}

/// The log says how large the frames are together; the code says which are.
static void showFrames(const Verdict &V, const Rejection &Why, ProgramLines &Lines, LaterDiagnostics &Diagnostics) {
  constexpr unsigned Worth = 64; // bytes; others are not what to look at
  if (!StringRef(Why.Last.Text).contains("combined stack size"))
    return;
  for (const LoadedFunction &Each : Lines.functions())
    if (unsigned Size = stackOf(ArrayRef(V.Code).slice(Each.First, Each.Count)); Size >= Worth)
      Diagnostics.note(formatv("this function uses {0} bytes of stack", Size).str(),
                       functionAbove(Lines.of(Each.First), Diagnostics));
}

/// What the rejection is about, where nothing else leads to its cause.
static void showVariable(const Explanation &Explained, const Place &Rejected, LaterDiagnostics &Diagnostics) {
  auto IsElsewhere = [&](const Note &Each) {
    return Each.Where && Each.Where->Line && Each.Where->Line != Rejected.Line;
  };
  if (Explained.Variable.empty() || Explained.DecidedBy.Kind == Decider::Function ||
      any_of(Explained.Chain, IsElsewhere))
    return;
  if (Place Where = variableAbove(Rejected, Explained.Variable, Diagnostics); Where.Line)
    Diagnostics.note(formatv("'{0}' is declared here", Explained.Variable).str(), Where);
}

void showRejection(const Verdict &V, const NamedObject &Object, StringRef Who, LaterDiagnostics &Diagnostics) {
  ProgramLines Lines(V, Object.Object);
  std::optional<Rejection> Why = readRejection(V.Log);
  Explanation Explained;
  if (Why)
    Explained = explain({V.Program, V.Section, [&](unsigned Each) { return Lines.lineOf(Each); }}, *Why, V.Log);
  Place Where = Why ? rejectedPlace(V, *Why, Lines) : Place();
  bool IsKnown = Where.Line;
  if (Explained.Where && Explained.Where->Line)
    Where = *Explained.Where;
  // At least the program is known.
  if (!Where.Line)
    Where = Lines.of(0);
  if (Explained.Headline.empty()) {
    showPlainly(V, Why, Lines, Where, Who, Diagnostics);
  } else {
    Diagnostics.report(DiagnosticsEngine::Error, Where, Explained.Headline, "bpfcc-verify");
    showWords(V, *Why, Who, Diagnostics);
  }
  if (Why && Why->LastInstruction && !IsKnown)
    Diagnostics.note("the last instruction that the verifier processed is " + Why->Disassembly,
                     Lines.of(Why->LastInstruction));
  for (const Note &Each : Explained.Chain)
    Diagnostics.note(Each.Message, Each.Where.value_or(Place()));
  if (Why && !V.Code.empty())
    showFrames(V, *Why, Lines, Diagnostics);
  showDecider(Explained.DecidedBy, V, Object, Where, Diagnostics);
  showVariable(Explained, Where, Diagnostics);
  // What the kernel's own types say of it is more exact.
  if (const std::string &Remedy = V.Remedy.empty() ? Explained.Remedy : V.Remedy; !Remedy.empty())
    Diagnostics.note(Remedy);
}

} // namespace bpf
