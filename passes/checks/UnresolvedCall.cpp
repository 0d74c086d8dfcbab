// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A BPF object is loaded as it is: there is no C library to link with, and libbpf looks an extern up in the kernel only
// where it is marked __ksym (-Wbpf-unresolved-call). libbpf's words are "failed to find BTF for extern" for a function
// without a body, and "bad call relo" for a call into another program (bpf_object__collect_externs,
// bpf_program__record_reloc); it reads all of the object for them, also functions that no program reaches.
#include "passes/RunChecks.h"
#include "passes/analysis/LibraryCall.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/MemoryComparison.h"
#include "passes/analysis/Reach.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include <set>

using namespace llvm;

namespace bpf {

static Finding withoutBody(const Instruction &I, const Function &Callee) {
  StringRef Remedy = libraryRemedy(Callee.getName());
  if (!Remedy.empty()) {
    Finding Found =
        findingAt(I, Check::UnresolvedCall, Severity::Rejected,
                  formatv("'{0}' is a C library function, which BPF programs cannot call", Callee.getName()));
    Found.Notes.push_back({Remedy.str(), {}});
    return Found;
  }
  Finding Found = findingAt(I, Check::UnresolvedCall, Severity::Unlinked,
                            formatv("'{0}' is not defined in this object", Callee.getName()));
  Found.Notes.push_back(
      {Callee.hasFnAttribute(Attribute::InlineHint)
           ? "a C99 inline function is defined only where it is inlined; make it static inline"
           : "define it here, link with the source that defines it, or mark it __ksym if the kernel defines it",
       {}});
  return Found;
}

static Finding intoProgram(const Instruction &I, const Function &Callee) {
  Finding Found = findingAt(I, Check::UnresolvedCall, Severity::Rejected,
                            formatv("'{0}' is a program in section '{1}'; a program cannot call another program",
                                    Callee.getName(), Callee.getSection()));
  Found.Notes.push_back(
      {formatv("remove SEC(\"{0}\") to make it a function, or move its code to a function that both call",
               Callee.getSection()),
       placeOf(Callee)});
  return Found;
}

/// libbpf treats every function in its own section as a program, and requires those to be global.
static void checkStatic(const Function &F, const Target &T, Report R) {
  if (T.loadsStaticPrograms() || F.isDeclaration() || !F.hasLocalLinkage() || !F.hasSection() ||
      F.getSection() == ".text")
    return;
  Finding Found{Check::UnresolvedCall, Severity::Rejected, placeOf(F), "", {}, {}};
  Found.Message =
      formatv("'{0}' in section '{1}' is static, and no loader accepts static programs", F.getName(), F.getSection());
  Found.Notes.push_back({"remove static, or remove SEC() if it is a function that programs call", {}});
  R(std::move(Found));
}

/// If calls are not supported at all, -Wbpf-function-call reports it, and no other source helps.
static bool isReportedAsCall(const CallBase &Call, const Use &Operand, const Function &Callee,
                             const std::optional<Reach> &Looked) {
  return Looked && Call.isCallee(&Operand) && mayBeElsewhere(Callee) &&
         Looked->of(*Call.getFunction()) != Reached::Never;
}

void checkUnresolvedCall(const Module &M, const Target &T, Report R) {
  std::set<const Function *> Reported;
  std::optional<Reach> Looked;
  if (!T.has(Feature::FunctionCalls))
    Looked.emplace(M);
  for (const Function &F : M) {
    checkStatic(F, T, R);
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      if (!Call)
        continue;
      for (const Use &Operand : I.operands()) {
        const auto *Callee = dyn_cast<Function>(Operand->stripPointerCasts());
        if (!Callee || Reported.count(Callee) || (!isUnresolved(*Callee) && !isProgram(*Callee)))
          continue;
        // A callback is no call, but its code has to be there. What memory-builtin looks at is code, or its finding.
        if ((isProgram(*Callee) && !Call->isCallee(&Operand)) ||
            (isMemoryComparison(*Call) && Call->isCallee(&Operand)) ||
            isReportedAsCall(*Call, Operand, *Callee, Looked))
          continue;
        Reported.insert(Callee);
        R(isProgram(*Callee) ? intoProgram(I, *Callee) : withoutBody(I, *Callee));
      }
    }
  }
}

} // namespace bpf
