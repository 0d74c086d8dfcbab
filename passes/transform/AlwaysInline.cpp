// Only marks: LLVM's own inliner does the work, and leaves calls that cannot go (recursion).
#include "passes/transform/AlwaysInline.h"
#include "llvm/IR/Module.h"

using namespace llvm;

namespace bpf {

static bool mayBeInlined(const Function &F, bool GlobalsToo) {
  if (F.isDeclaration() || F.hasFnAttribute(Attribute::NoInline) || F.hasFnAttribute(Attribute::AlwaysInline) ||
      F.hasFnAttribute(Attribute::OptimizeNone))
    return false;
  // A section of its own makes a function a program; .text is where subprograms are.
  if (F.hasSection() && F.getSection() != ".text")
    return false;
  // An inline function of C99 has no body but this one.
  bool IsNowhereElse = F.hasLocalLinkage() || F.hasAvailableExternallyLinkage();
  return (IsNowhereElse || GlobalsToo) && !F.isInterposable() && !F.hasAddressTaken();
}

std::vector<Function *> inlinedFunctions(Module &M, const Target &T) {
  bool GlobalsToo = !T.has(Feature::FunctionCalls);
  std::vector<Function *> Inlined;
  for (Function &F : M)
    if (!F.use_empty() && mayBeInlined(F, GlobalsToo))
      Inlined.push_back(&F);
  return Inlined;
}

void markAlwaysInline(ArrayRef<Function *> Functions) {
  for (Function *Each : Functions)
    Each->addFnAttr(Attribute::AlwaysInline);
}

} // namespace bpf
