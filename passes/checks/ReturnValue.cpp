// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Of some types of programs, and of callbacks, the verifier accepts only some values as the result: check_return_code()
// in kernel/bpf/verifier.c (-Wbpf-return-value). Reported is a constant outside of the range, and a number of which
// nothing on the path to the return bounds it.
#include "passes/RunChecks.h"
#include "passes/analysis/CallingPrograms.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/PassedCallback.h"
#include "passes/analysis/Reach.h"
#include "passes/target/ReturnRange.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Analysis/ValueTracking.h"
#include "llvm/IR/Constants.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// A value that a function may return, and the instruction that returns it.
struct Returned {
  std::optional<int64_t> Constant; ///< nothing for a number without bounds
  const Instruction *At;
};

class Returns {
public:
  explicit Returns(const Reach &Looked) : Looked(Looked) {}

  std::vector<Returned> of(const Function &F);

private:
  void add(const Value &V, const Instruction &At);
  bool isUnbounded(const Value &V) const;

  const Reach &Looked;
  SmallPtrSet<const Value *, 16> Seen;
  std::vector<Returned> Found;
};

} // namespace

/// True if the value reaches the return unchanged: nothing compares it, and so bounds it, before.
static bool isOnlyReturned(const Value &V, unsigned Depth = 0) {
  constexpr unsigned Enough = 4;
  return Depth < Enough &&
         all_of(
             V.users(),
             [&](const User *Each) {
               bool IsWider =
                   isa<ZExtInst, SExtInst>(Each) || (isa<TruncInst>(Each) && Each->getType()->isIntegerTy(32));
               return isa<ReturnInst>(Each) || ((IsWider || isa<PHINode>(Each)) && isOnlyReturned(*Each, Depth + 1));
             });
}

bool Returns::isUnbounded(const Value &V) const {
  if (!isOnlyReturned(V))
    return false;
  if (const auto *Load = dyn_cast<LoadInst>(&V)) {
    const Value *From = getUnderlyingObject(Load->getPointerOperand());
    const auto *Variable = dyn_cast<GlobalVariable>(From);
    return !isa<AllocaInst>(From) && !(Variable && isKnownAtLoad(*Variable)) &&
           !Load->hasMetadata(LLVMContext::MD_range);
  }
  const auto *Call = dyn_cast<CallBase>(&V);
  const Helper *Called = Call ? calledHelper(*Call) : nullptr;
  return Called && Called->Result.Kind == ResultKind::Integer && Called->Name != "get_smp_processor_id";
}

void Returns::add(const Value &V, const Instruction &At) {
  if (Looked.of(At) != Reached::Surely)
    return;
  if (const auto *Number = dyn_cast<ConstantInt>(&V)) {
    Found.push_back({Number->getSExtValue(), &At});
    return;
  }
  if (!Seen.insert(&V).second)
    return;
  if (const auto *Node = dyn_cast<PHINode>(&V)) {
    for (const BasicBlock *Before : Node->blocks())
      add(*Node->getIncomingValueForBlock(Before), *Before->getTerminator());
  } else if (const auto *Choice = dyn_cast<SelectInst>(&V)) {
    if (isDecidedAtLoad(*Choice->getCondition()))
      return;
    // What was two returns before optimization has no place of its own.
    const auto *Condition = dyn_cast<Instruction>(Choice->getCondition());
    bool HasPlace = Choice->getDebugLoc() && Choice->getDebugLoc().getLine();
    const Instruction &Place = !HasPlace && Condition ? *Condition : *Choice;
    add(*Choice->getTrueValue(), Place);
    add(*Choice->getFalseValue(), Place);
  } else if (isa<ZExtInst, SExtInst>(V)) {
    add(*cast<CastInst>(V).getOperand(0), At);
  } else if (isUnbounded(V)) {
    Found.push_back({std::nullopt, cast<Instruction>(&V)});
  }
}

std::vector<Returned> Returns::of(const Function &F) {
  Found.clear();
  for (const BasicBlock &Block : F)
    if (const auto *Return = dyn_cast<ReturnInst>(Block.getTerminator()))
      if (const Value *V = Return->getReturnValue(); V && V->getType()->isIntegerTy())
        add(*V, *Return);
  return std::move(Found);
}

static std::string textOf(const ReturnRange &Range) {
  return Range.Least == Range.Most ? formatv("{0}", Range.Least).str() : formatv("{0} to {1}", Range.Least, Range.Most);
}

static std::string valueText(const Returned &Each) {
  return Each.Constant ? formatv("returns {0}", *Each.Constant).str() : "returns a number without bounds";
}

static void checkProgram(const Function &F, Returns &Values, const CallingPrograms &Programs, const Target &T,
                         Report R) {
  for (const Returned &Each : Values.of(F)) {
    auto Use = Programs.rejects(F, [&](const ProgramSection &Section) {
      return Each.Constant ? acceptingReturn(Section, *Each.Constant) : acceptingAnyReturn(Section);
    });
    std::optional<ReturnRange> Range = Use ? returnRange(Use->Section, T.newestKernel()) : std::nullopt;
    if (!Range)
      continue;
    R(findingAt(*Each.At, Check::ReturnValue, Use->Sev,
                formatv("'{0}' {1}; the kernel accepts {2} from programs in section '{3}'", F.getName(),
                        valueText(Each), textOf(*Range), F.getSection())));
  }
}

static void checkCallback(const CallBase &Call, Returns &Values, SmallPtrSetImpl<const Function *> &Done, Report R) {
  std::optional<PassedCallback> Passed = passedCallback(Call);
  if (!Passed || !Done.insert(&Passed->Function).second)
    return;
  for (const Returned &Each : Values.of(Passed->Function)) {
    if (!Each.Constant || Passed->Rule.Range.contains(*Each.Constant))
      continue;
    Finding Found = findingAt(*Each.At, Check::ReturnValue, Severity::Rejected,
                              formatv("'{0}' {1}; the kernel accepts {2} from this callback",
                                      Passed->Function.getName(), valueText(Each), textOf(Passed->Rule.Range)));
    Found.Notes.push_back({"it is handed over here", placeOf(Call)});
    R(std::move(Found));
  }
}

void checkReturnValue(const Module &M, const Target &T, Report R) {
  // What follows a call of bpf_throw() is not verified, and its callback returns for the program.
  if (M.getFunction("bpf_throw"))
    return;
  Reach Looked(M);
  CallingPrograms Programs(M, T);
  Returns Values(Looked);
  SmallPtrSet<const Function *, 8> Done;
  for (const Function &F : M) {
    if (isProgram(F))
      checkProgram(F, Values, Programs, T, R);
    for (const Instruction &I : instructions(F))
      if (const auto *Call = dyn_cast<CallBase>(&I); Call && Looked.of(I) == Reached::Surely)
        checkCallback(*Call, Values, Done, R);
  }
}

} // namespace bpf
