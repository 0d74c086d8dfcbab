// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A reference that a path leaves open: where it was acquired, and the return that leaves.
#include "driver/explain/CalledFunction.h"
#include "driver/explain/Explainers.h"
#include "driver/explain/ReturnPlace.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace bpf {

/// The instruction that acquired it: "Unreleased reference id=2 alloc_insn=11".
static std::optional<unsigned> acquiringInstruction(const Rejection &Why) {
  static const Regex Known("Unreleased reference id=[0-9]+ alloc_insn=([0-9]+)");
  SmallVector<StringRef> Found;
  unsigned Number;
  return matchMessage(Why, Known, Found) && !Found[1].getAsInteger(10, Number) ? std::optional(Number) : std::nullopt;
}

static std::optional<size_t> lastStepOf(const VerifierPath &Path, unsigned Instruction) {
  for (size_t At = Path.Steps.size(); At-- != 0;)
    if (Path.Steps[At].Number == Instruction)
      return At;
  return std::nullopt;
}

/// The variable that holds it: the result, or the dynptr or iterator that the call makes.
static std::string holder(const Evidence &Seen, size_t Acquired) {
  CalledFunction Called = calledFunction(Seen.step(Acquired).Code.Callee);
  for (unsigned Register = 1; Register <= Called.Arguments.size(); ++Register) {
    ArgumentKind Kind = Called.argument(Register).Kind;
    if (Kind == ArgumentKind::NewDynptr || Kind == ArgumentKind::NewIterator)
      if (std::string Text = Seen.argumentText(Acquired, Register); StringRef(Text).starts_with("&"))
        return "'" + Text.substr(1) + "'";
  }
  return Seen.resultName(Acquired);
}

std::optional<Explanation> explainOpenReference(const Evidence &Seen) {
  std::optional<unsigned> Instruction = acquiringInstruction(Seen.Why);
  std::optional<size_t> Last = Seen.last();
  std::optional<size_t> Acquired = Instruction ? lastStepOf(Seen.Path, *Instruction) : std::nullopt;
  if (!Acquired || !Last)
    return std::nullopt;
  std::string Callee = Seen.calleeName(*Acquired), Name = holder(Seen, *Acquired);
  unsigned Line = Seen.lineOf(*Acquired).Where.Line;
  std::string By = Callee + (Line ? " in line " + utostr(Line) : "");
  std::string What = Name.empty() ? "what " + By + " acquired" : Name + ", acquired by " + By + ",";
  bool IsExit = Seen.step(*Last).Code.Kind == LoggedInstruction::Exit;
  Explanation Result;
  ReturnPlace Leaves = returnPlace(Seen, *Last);
  // Debug information has the line of a macro such as BPF_PROG() for all of its expansion.
  if (Leaves.Line <= Line)
    Leaves.Line = 0;
  std::optional<size_t> Branch = lastBranch(Seen, *Acquired, *Last);
  std::string Where = IsExit ? Leaves.words(Seen, Branch) : "when " + Seen.calleeName(*Last) + " is called";
  Result.Headline = formatv("{0} is not released {1}", What, Where);
  Result.Where = IsExit ? Leaves.Where : std::nullopt;
  Result.Chain.push_back(Seen.note(formatv("{0} acquires it here", Callee), *Acquired));
  if (Branch)
    Result.Chain.push_back(Seen.note("the path that does not release it takes this branch", *Branch));
  std::vector<std::string> Releasers =
      releasersOf(Seen.step(*Acquired).Code.Callee, Seen.Path.after(*Acquired, 0).structName());
  for (std::string &Each : Releasers)
    Each += "()";
  Result.Remedy = Releasers.empty() ? "release it on every path before the function returns"
                                    : "also call " + join(Releasers, " or ") + " on this path before it returns";
  return Result;
}

} // namespace bpf
