// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A BPF function has its arguments in five registers (-Wbpf-argument-count): none on the stack, and no
// list of unknown length. What was inlined needs no arguments, so this looks after optimisation. LLVM ends the process
// at va_arg() and names its own nodes where a sixth argument is, also in a function that no program reaches: there is
// no object then.
#include "passes/RunChecks.h"
#include "passes/analysis/Location.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// Registers of arguments: BPF_REG_1 to BPF_REG_5 of the calling convention (linux/bpf.h).
static constexpr unsigned ArgumentRegisters = 5;

static constexpr char PassAPointer[] = "pass a pointer to a struct that holds them";

static unsigned registersOf(const Type *T, const DataLayout &Layout) {
  return std::max<unsigned>(1, divideCeil(Layout.getTypeSizeInBits(const_cast<Type *>(T)).getFixedValue(), 64));
}

static void checkDefinition(const Function &F, Report R) {
  if (F.isVarArg()) {
    Finding Found{Check::ArgumentCount, Severity::Rejected, placeOf(F), "", {}, {}};
    Found.Message = formatv("'{0}' is variadic, which BPF functions cannot be", F.getName());
    Found.Notes.push_back({"write it as a macro, or pass an array and its length", {}});
    R(std::move(Found));
    return;
  }
  unsigned Registers = 0;
  for (const Argument &A : F.args())
    Registers += registersOf(A.getType(), F.getDataLayout());
  if (Registers <= ArgumentRegisters)
    return;
  Finding Found{Check::ArgumentCount, Severity::Rejected, placeOf(F), "", {}, {}};
  Found.Message = formatv("the arguments of '{0}' need {1} registers; BPF functions have {2}", F.getName(), Registers,
                          ArgumentRegisters);
  Found.Notes.push_back({F.hasFnAttribute(Attribute::NoInline)
                             ? "remove noinline: an inlined call needs no argument registers"
                             : PassAPointer,
                         {}});
  R(std::move(Found));
}

static void checkCall(const CallBase &Call, Report R) {
  // A function that is defined here was looked at there, and intrinsics and assembly are no calls.
  const Function *Callee = Call.getCalledFunction();
  if (Call.isInlineAsm() || (Callee && (Callee->isIntrinsic() || !Callee->isDeclaration())))
    return;
  unsigned Registers = 0;
  for (const Use &Argument : Call.args())
    Registers += registersOf(Argument->getType(), Call.getDataLayout());
  if (Registers <= ArgumentRegisters)
    return;
  std::string Name = Callee ? formatv("'{0}'", Callee->getName()).str() : "a helper";
  Finding Found = findingAt(
      Call, Check::ArgumentCount, Severity::Rejected,
      formatv("this call of {0} passes {1} arguments; BPF has registers for {2}", Name, Registers, ArgumentRegisters));
  Found.Notes.push_back(
      {Callee ? PassAPointer : "bpf_printk() accepts more than three values: it packs them into an array", {}});
  R(std::move(Found));
}

/// va_arg() and its like also in a function with a va_list argument.
static bool readsArgumentList(const Instruction &I) {
  if (isa<VAArgInst>(I))
    return true;
  const auto *Call = dyn_cast<IntrinsicInst>(&I);
  return Call && (Call->getIntrinsicID() == Intrinsic::vaend || Call->getIntrinsicID() == Intrinsic::vacopy);
}

static void checkArgumentList(const Instruction &I, Report R) {
  Finding Found =
      findingAt(I, Check::ArgumentCount, Severity::Rejected, "BPF does not support variable argument lists");
  Found.Notes.push_back({"pass an array and its length", {}});
  R(std::move(Found));
}

void checkArgumentCount(const Module &M, const Target &T, Report R) {
  for (const Function &F : M) {
    if (F.isDeclaration())
      continue;
    checkDefinition(F, R);
    for (const Instruction &I : instructions(F)) {
      if (const auto *Call = dyn_cast<CallBase>(&I))
        checkCall(*Call, R);
      // In a variadic function the function itself is the finding.
      if (!F.isVarArg() && readsArgumentList(I))
        checkArgumentList(I, R);
    }
  }
}

} // namespace bpf
