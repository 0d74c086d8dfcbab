// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the C standard gives the source no meaning (a division by a constant 0, the end of a function without its
// value), optimization leaves nothing: LLVM ends the code with a call of __bpf_trap, or returns a register that was
// never set, and the verifier rejects both (-Wbpf-unreachable).
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// A call that does not return, such as bpf_throw(), and assembly may end the program there.
static bool maybeEndsBefore(const Instruction &End) {
  for (const Instruction &I : *End.getParent())
    if (const auto *Call = dyn_cast<CallBase>(&I); Call && (!isa<IntrinsicInst>(I) || Call->doesNotReturn()))
      return true;
  return false;
}

/// True where R0 has what a call returned.
static bool mayCall(const Function &F) {
  return any_of(instructions(F), [](const Instruction &I) { return isa<CallBase>(I) && !isa<IntrinsicInst>(I); });
}

static void report(const Instruction &End, Severity Sev, const char *Message, Report R) {
  Finding Found = findingAt(End, Check::Unreachable, Sev, formatv(Message, End.getFunction()->getName()));
  Found.Notes.push_back(
      {"the source has no meaning on this path: a division by 0, a shift or index that is too large, an "
       "uninitialized variable or a missing return",
       {}});
  R(std::move(Found));
}

static void checkEnd(const Instruction &End, Report R) {
  if (isa<UnreachableInst>(End) && !maybeEndsBefore(End))
    return report(End, Severity::Rejected, "'{0}' does not return here: the compiler removed the rest", R);
  const auto *Return = dyn_cast<ReturnInst>(&End);
  const Value *Result = Return ? Return->getReturnValue() : nullptr;
  if (Result && isa<UndefValue>(Result) && isProgram(*End.getFunction()))
    report(End, mayCall(*End.getFunction()) ? Severity::Fragile : Severity::Rejected,
           "'{0}' returns a value that is never set", R);
}

/// The end of the code that runs before the first branch: what a branch leads to may be the default of a switch that
/// has every case, which LLVM removes later.
static const Instruction &firstEnd(const Function &F) {
  const BasicBlock *Block = &F.getEntryBlock();
  SmallPtrSet<const BasicBlock *, 8> Seen;
  while (const BasicBlock *Next = Seen.insert(Block).second ? Block->getSingleSuccessor() : nullptr)
    Block = Next;
  return *Block->getTerminator();
}

void checkUnreachable(const Module &M, const Target &, Report R) {
  Reach Looked(M);
  for (const Function &F : M)
    if (!F.isDeclaration() && Looked.of(F) == Reached::Surely && !F.hasFnAttribute(Attribute::Naked))
      checkEnd(firstEnd(F), R);
}

} // namespace bpf
