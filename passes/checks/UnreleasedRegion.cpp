// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Walks forward from each beginning, counting what is open: check_resource_leak() and do_check() in
// kernel/bpf/verifier.c.
#include "passes/checks/UnreleasedRegion.h"
#include "passes/analysis/CertainPath.h"
#include "passes/analysis/HelperCall.h"
#include "passes/analysis/KernelCall.h"
#include "passes/analysis/KernelRegion.h"
#include "passes/analysis/Location.h"
#include "passes/target/Kfunc.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Analysis/CFG.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace bpf {

namespace {

/// The regions of one kind in a program.
class InProgram {
public:
  InProgram(const KernelRegion &Kind, const Function &F, CertainPaths &Paths, Report R)
      : Kind(Kind), Depth(Kind), F(F), Paths(Paths), R(R) {}

  void run();

private:
  void checkBegin(const CallBase &Begin);
  void checkEnd(const CallBase &End);
  bool isOutside(const CallBase &Call);
  void report(const Instruction &At, const CallBase &Begin, std::string Message, std::string Remedy);

  const KernelRegion &Kind;
  RegionDepth Depth;
  const Function &F;
  CertainPaths &Paths;
  Report R;
};

} // namespace

static Passes judge(const PathTest &) { return Passes::IfOpen; }

void InProgram::report(const Instruction &At, const CallBase &Begin, std::string Message, std::string Remedy) {
  Finding Found = findingAt(At, Check::Unreleased, Severity::Rejected, std::move(Message));
  const Function *Callee = Begin.getCalledFunction();
  bool IsWithin = Callee && !Callee->isDeclaration();
  Found.Notes.push_back({IsWithin ? formatv("'{0}' calls {1}() here", Callee->getName(), Kind.Begin).str()
                                  : formatv("{0}() is called here", Kind.Begin).str(),
                         placeOf(Begin)});
  Found.Notes.push_back({std::move(Remedy), {}});
  R(std::move(Found));
}

/// What the kernel does not accept in a region; empty for nothing.
static std::string forbidden(const CallBase &Call, const KernelRegion &Kind) {
  const Helper *Called = calledHelper(Call);
  const Kfunc *Kernel = calledKfunc(Call);
  std::optional<KernelCall> Name = kernelCall(Call);
  bool Sleeps = (Called && Called->sleeps()) || (Kernel && Kernel->sleeps());
  static constexpr StringLiteral InLock[] = {"bpf_spin_unlock", "bpf_kptr_xchg", "bpf_spin_lock"};
  if (Sleeps || (Called && Kind.IsLock && !is_contained(InLock, Name->Name)))
    return formatv("{0}() is called between {1}() and {2}(){3}", Name->Name, Kind.Begin, Kind.End,
                   Sleeps ? ", and may sleep" : "");
  return "";
}

void InProgram::checkBegin(const CallBase &Begin) {
  std::string Message;
  std::string Remedy = formatv("call {0}() before", Kind.End);
  auto Visit = [&](const Instruction &I, int &Open) {
    if (isa<ReturnInst>(I)) {
      Message = formatv("a path that ends here has called {0}(), and not {1}()", Kind.Begin, Kind.End);
      Remedy = formatv("call {0}() before each return", Kind.End);
      return Step::Found;
    }
    std::optional<int> Change = Depth.change(I);
    if (!Change)
      return Step::Stop;
    if (const auto *Call = dyn_cast<CallBase>(&I))
      Message = *Change > 0 && !Kind.Nests ? formatv("{0}() is called again before {1}()", Kind.Begin, Kind.End).str()
                                           : forbidden(*Call, Kind);
    if (!Message.empty())
      return Step::Found;
    Open += *Change;
    return Open > 0 ? Step::On : Step::Stop;
  };
  if (const Instruction *At = Paths.follow(Begin, {nullptr, judge}, Visit))
    report(*At, Begin, Message, Remedy);
}

/// True where nothing before the call in this program may have begun a region.
bool InProgram::isOutside(const CallBase &Call) {
  return none_of(instructions(F), [&](const Instruction &Each) {
    return Depth.change(Each) != 0 && &Each != &Call && isPotentiallyReachable(&Each, &Call);
  });
}

void InProgram::checkEnd(const CallBase &End) {
  if (!isOutside(End) || !Paths.to(End, {nullptr, judge}))
    return;
  R(findingAt(End, Check::Unreleased, Severity::Rejected,
              formatv("{0}() is called without {1}() before it", Kind.End, Kind.Begin)));
}

void InProgram::run() {
  for (const Instruction &I : instructions(F)) {
    const auto *Call = dyn_cast<CallBase>(&I);
    std::optional<int> Change = Call ? Depth.change(*Call) : 0;
    if (Change && *Change == 1)
      checkBegin(*Call);
    if (Change && *Change == -1)
      checkEnd(*Call);
  }
}

void checkRegions(const Module &M, CertainPaths &Paths, Report R) {
  for (const Function &F : M)
    // A function that is verified at its calls may leave it to its caller.
    if (!F.isDeclaration() && (isProgram(F) || !isVerifiedAtCalls(F)))
      for (const KernelRegion &Kind : kernelRegions())
        InProgram(Kind, F, Paths, R).run();
}

} // namespace bpf
