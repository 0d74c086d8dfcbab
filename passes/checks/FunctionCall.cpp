// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Before Linux 4.16, and with a loader that relocates maps only, a program is one function: what is not inlined
// cannot be called (-Wbpf-function-call).
#include "passes/RunChecks.h"
#include "passes/analysis/LibraryCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/UnderlyingType.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static std::string remedyFor(const Function &Callee) {
  if (Callee.hasFnAttribute(Attribute::NoInline))
    return formatv("remove noinline from '{0}'", Callee.getName());
  return formatv("'{0}' could not be inlined; recursive functions never can", Callee.getName());
}

static Finding left(const Instruction &I, const Function &Callee, const Target &T) {
  Finding Found =
      findingAt(I, Check::FunctionCall, Severity::Rejected,
                formatv("the call of '{0}' was not inlined, and {1} does not support calls between functions",
                        Callee.getName(), T.componentWithoutCalls()));
  Found.Notes.push_back({Callee.isDeclaration() ? formatv("define '{0}' in this source, or static inline in a header: "
                                                          "functions of other sources are not inlined",
                                                          Callee.getName())
                                                      .str()
                                                : remedyFor(Callee),
                         {}});
  return Found;
}

static void checkCalls(const Function &F, const Target &T, Report R) {
  for (const Instruction &I : instructions(F)) {
    const auto *Call = dyn_cast<CallBase>(&I);
    const Function *Callee = Call ? Call->getCalledFunction() : nullptr;
    // Functions without a source are reported by unresolved-call.
    if (!Callee || (Callee->isDeclaration() && !mayBeElsewhere(*Callee)))
      continue;
    R(left(I, *Callee, T));
  }
}

/// The names of structs that the kernel passes to programs: pointers to these are contexts.
static bool mayBeContext(const DIType &Pointee) {
  static constexpr StringLiteral Others[] = {"pt_regs", "user_pt_regs", "user_regs_struct"};
  StringRef Name = Pointee.getName();
  return Name.empty() || Name.starts_with("bpf_") || Name.starts_with("sk_") || Name == "__sk_buff" ||
         Name == "xdp_md" || is_contained(Others, Name);
}

/// The first argument that is a pointer to numbers or to a struct of the user's, counted from 1; 0 where there is none.
static unsigned pointerArgument(const Function &F) {
  const DISubprogram *Described = F.getSubprogram();
  if (!Described || !Described->getType())
    return 0;
  DITypeRefArray Types = Described->getType()->getTypeArray();
  for (unsigned I = 1; I < Types.size(); ++I)
    if (const DIType *Pointee = pointeeOf(Types[I]); Pointee && !mayBeContext(*Pointee))
      return I;
  return 0;
}

/// A global function is verified on its own, and before 5.12 only numbers and its context were possible as its
/// arguments. Of a kernel before 5.6 none is global.
static void checkGlobal(const Function &F, const Target &T, Report R) {
  if (isProgram(F) || F.hasLocalLinkage() || !F.hasDefaultVisibility())
    return;
  unsigned Argument = pointerArgument(F);
  if (!Argument)
    return;
  Finding Found{Check::FunctionCall, Severity::Rejected, placeOf(F), "", {}, {}};
  Found.Message =
      formatv("argument {0} of global function '{1}' is a pointer; kernel {2} accepts only scalars and the context",
              Argument, F.getName(), T.kernel().text());
  Found.Notes.push_back({formatv("make '{0}' static, so that it is verified at each call", F.getName()), {}});
  R(std::move(Found));
}

void checkFunctionCall(const Module &M, const Target &T, Report R) {
  bool SupportsCalls = T.has(Feature::FunctionCalls);
  bool AcceptsPointers = !T.has(Feature::TypeFunctionLinkage) || T.has(Feature::GlobalFunctionPointers);
  if (SupportsCalls && AcceptsPointers)
    return;
  Reach Looked(M);
  for (const Function &F : M) {
    // What no program reaches is not loaded. A call behind a branch that is decided at load time is, with its callee:
    // a kernel without calls rejects that as unreachable code.
    if (F.isDeclaration() || Looked.of(F) == Reached::Never)
      continue;
    if (!SupportsCalls)
      checkCalls(F, T, R);
    else
      checkGlobal(F, T, R);
  }
}

} // namespace bpf
