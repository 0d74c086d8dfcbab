// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A helper is for some program types, of some releases: the *_func_proto() of each type returns nothing to the verifier
// for the others, and check_helper_call() rejects the call (-Wbpf-unavailable-helper). See Helpers.def.
#include "passes/RunChecks.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/Reach.h"
#include "passes/analysis/RejectedCall.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/InstrTypes.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

/// True where the helper is for programs that may sleep, of any release, and this one would be if it might.
static bool lacksSleep(const Helper &Called, const RejectedUse &Use) {
  return Called.sleeps() && !Use.Section.sleeps() && !callers(Called, Use.Section.type().Id).isEmpty();
}

static std::string messageFor(const Helper &Called, const RejectedUse &Use) {
  StringRef Section = Use.Program.getSection();
  if (lacksSleep(Called, Use))
    return formatv("bpf_{0}() may sleep, but a program in section '{1}' may not", Called.Name, Section);
  if (Use.Why.accepting().isEmpty())
    return formatv("bpf_{0}() is not for programs in section '{1}'", Called.Name, Section);
  bool IsNew = Use.Why.accepting().Since == Called.Since && Use.Why.rejecting().starts_with("before");
  if (IsNew)
    return formatv("kernels {0} do not have bpf_{1}()", Use.Why.rejecting(), Called.Name);
  return formatv("kernels {0} reject bpf_{1}() in programs in section '{2}'", Use.Why.rejecting(), Called.Name,
                 Section);
}

/// "XDP, SCHED_CLS": the types that may call it; empty where they are many.
static std::string callersText(const Helper &Called) {
  constexpr unsigned Few = 4;
  SmallVector<StringRef> Names;
  for (const ProgramType &Each : programTypes())
    if (Each.Id != ProgramTypeId::Ext && Each.Id != ProgramTypeId::StructOps && !callers(Called, Each.Id).isEmpty())
      Names.push_back(Each.Name);
  return Names.size() <= Few ? join(Names, ", ") : "";
}

/// What the user can do; empty where only another design helps.
static std::string remedyFor(const Helper &Called, const RejectedUse &Use, const Target &T) {
  std::string Sleepable = (Use.Section.name() + ".s").str();
  if (lacksSleep(Called, Use) && findProgramSection(Sleepable))
    return formatv("a program in section '{0}' may", Sleepable);
  for (const Helper *Other : helpersLike(Called))
    if (!T.judge(loadable(*Other, Use.Section)).isRejected())
      return formatv("use bpf_{0}()", Other->Name);
  std::string Types = callersText(Called);
  bool IsOfType = Use.Why.accepting().isEmpty() && !lacksSleep(Called, Use);
  return IsOfType && !Types.empty() ? formatv("it is for programs of type {0}", Types).str() : "";
}

/// A callback that the kernel runs later may sleep where its program may not (bpf_wq_set_callback()), so that only the
/// program's own code is held to that.
static Releases accepting(const Helper &Called, const ProgramSection &Section, const Function &F) {
  return Called.sleeps() && !isProgram(F) ? callers(Called, Section.type().Id) : loadable(Called, Section);
}

void checkUnavailableHelper(const Module &M, const Target &T, Report R) {
  Reach Looked(M);
  CallingPrograms Programs(M, T);
  for (const Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<CallBase>(&I);
      const Helper *Called = Call ? calledHelper(*Call) : nullptr;
      if (!Called || Looked.of(I) != Reached::Surely)
        continue;
      auto Use = Programs.rejects(F, [&](const ProgramSection &Section) { return accepting(*Called, Section, F); });
      if (Use && T.judge(iteratorCallers(*Called, Use->Program.getSection())).isRejected())
        R(rejectedCall(*Call, Check::UnavailableHelper, *Use, messageFor(*Called, *Use), remedyFor(*Called, *Use, T)));
    }
}

} // namespace bpf
