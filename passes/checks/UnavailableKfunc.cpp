// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A kfunc is registered for some types of programs, and each release has its own: fetch_kfunc_meta() in
// kernel/bpf/verifier.c finds no other (-Wbpf-unavailable-kfunc). See Kfuncs.def; a function that it does
// not have may be one of a module.
#include "passes/RunChecks.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/RejectedCall.h"
#include "passes/target/Kfunc.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

static bool lacksSleep(const Kfunc &Called, const RejectedUse &Use) {
  return Called.sleeps() && !Use.Section.sleeps() && !callers(Called, Use.Section.type().Id).isEmpty();
}

static std::string messageFor(const Kfunc &Called, const RejectedUse &Use) {
  StringRef Section = Use.Program.getSection();
  if (lacksSleep(Called, Use))
    return formatv("{0}() may sleep, but a program in section '{1}' may not", Called.Name, Section);
  if (Use.Why.accepting().isEmpty())
    return formatv("{0}() is not for programs in section '{1}'", Called.Name, Section);
  if (!Called.releases().contain(Use.Why.accepting().Since) || Use.Why.accepting() == Called.releases())
    return formatv("kernels {0} do not have {1}()", Use.Why.rejecting(), Called.Name);
  return formatv("kernels {0} reject {1}() in programs in section '{2}'", Use.Why.rejecting(), Called.Name, Section);
}

/// "XDP, SCHED_CLS": the types that may call it; empty where they are many.
static std::string callersText(const Kfunc &Called) {
  constexpr unsigned Few = 5;
  SmallVector<StringRef> Names;
  for (const ProgramType &Each : programTypes())
    if (Each.Id != ProgramTypeId::Ext && !callers(Called, Each.Id).isEmpty())
      Names.push_back(Each.Name);
  return Names.size() <= Few ? join(Names, ", ") : "";
}

static std::string remedyFor(const Kfunc &Called, const RejectedUse &Use) {
  std::string Sleepable = (Use.Section.name() + ".s").str();
  if (lacksSleep(Called, Use))
    return findProgramSection(Sleepable) ? formatv("a program in section '{0}' may", Sleepable).str() : "";
  if (std::string Types = callersText(Called); Use.Why.accepting().isEmpty() && !Types.empty())
    return formatv("it is for programs of type {0}", Types);
  return Use.Why.accepting().isEmpty() ? ""
                                       : "declare it __weak, and call it if bpf_ksym_exists() says that it is there";
}

/// A callback that the kernel runs later may sleep where its program may not, so that only the program's own code is
/// held to that.
static Releases accepting(const Kfunc &Called, const ProgramSection &Section, const Function &F) {
  return Called.sleeps() && !isProgram(F) ? callers(Called, Section.type().Id) : callers(Called, Section);
}

void checkUnavailableKfunc(const Module &M, const Target &T, Report R) {
  Reach Looked(M);
  CallingPrograms Programs(M, T);
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      const Kfunc *Called = Call ? calledKfunc(*Call) : nullptr;
      if (!Called || Looked.of(I) != Reached::Surely)
        continue;
      auto Use = Programs.rejects(F, [&](const ProgramSection &Section) { return accepting(*Called, Section, F); });
      if (Use)
        R(rejectedCall(*Call, Check::UnavailableKfunc, *Use, messageFor(*Called, *Use), remedyFor(*Called, *Use)));
    }
}

} // namespace bpf
