// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// These functions of the kernel are recognized by their names: bpf_throw() is the only one that does not return, and
// the kernel wants the three of an iterator to be called bpf_iter_<type>_new, _next and _destroy
// (btf_check_iter_kfuncs() in kernel/bpf/btf.c).
#include "passes/analysis/UnseenEnd.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"

using namespace llvm;

namespace bpf {

using Functions = SmallPtrSet<const Function *, 8>;

static bool mayEnd(const Function &Callee, Functions &Seen) {
  if (Callee.isIntrinsic() || !Seen.insert(&Callee).second)
    return false;
  if (Callee.isDeclaration())
    return Callee.getSection() != ".ksyms" || Callee.getName() == "bpf_throw" ||
           Callee.getName().starts_with("bpf_iter_");
  return any_of(instructions(Callee), [&](const Instruction &I) {
    const auto *Call = dyn_cast<CallBase>(&I);
    return Call && Call->getCalledFunction() && mayEnd(*Call->getCalledFunction(), Seen);
  });
}

bool mayEndUnseen(const CallBase &Call) {
  Functions Seen;
  return Call.getCalledFunction() && mayEnd(*Call.getCalledFunction(), Seen);
}

} // namespace bpf
