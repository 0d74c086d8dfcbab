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
  void checkLocked(const CallBase &Call);
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

/// True where a caller of a static function may end what that leaves open.
static bool callersMayEnd(const Function &F, RegionDepth &Depth, unsigned Levels = 0) {
  constexpr unsigned Deep = 4;
  return Levels == Deep || any_of(F.uses(), [&](const Use &Each) {
           const auto *Call = dyn_cast<CallBase>(Each.getUser());
           const Function *Caller = Call && Call->isCallee(&Each) ? Call->getFunction() : nullptr;
           bool Ends = !Caller || any_of(instructions(*Caller), [&](const Instruction &I) {
             return &I != Call && Depth.change(I).value_or(-1) < 0;
           });
           return Ends ||
                  (!isProgram(*Caller) && isVerifiedAtCalls(*Caller) && callersMayEnd(*Caller, Depth, Levels + 1));
         });
}

/// What the kernel does not accept in a region; empty for nothing.
static std::string forbidden(const CallBase &Call, const KernelRegion &Kind) {
  const Function *Callee = Call.getCalledFunction();
  if (Kind.IsLock && Callee && !Callee->isDeclaration() && !isVerifiedAtCalls(*Callee))
    return formatv("the global function '{0}' is called between {1}() and {2}()", Callee->getName(), Kind.Begin,
                   Kind.End);
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

/// True for the addresses of two locks. Two lookups give two values, though they may be one.
static bool areTwoLocks(const Value &One, const Value &Other) {
  const Value &First = *One.stripInBoundsConstantOffsets(), &Second = *Other.stripInBoundsConstantOffsets();
  auto IsCall = [](const Value &V) { return isa<CallBase>(V) && kernelCall(cast<CallBase>(V)); };
  const auto *Variable = dyn_cast<GlobalVariable>(&First), *Another = dyn_cast<GlobalVariable>(&Second);
  if (Variable && Another)
    return Variable->getSection() != Another->getSection();
  return &First != &Second && (Variable || IsCall(First)) && (Another || IsCall(Second));
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
    const auto *Call = dyn_cast<CallBase>(&I);
    if (Call && Kind.IsLock && Open == 1 && kernelCall(*Call) && kernelCall(Begin) && *Change == -1 &&
        areTwoLocks(*Begin.getArgOperand(0), *Call->getArgOperand(0)))
      Message = formatv("{0}() is called for another lock than {1}()", Kind.End, Kind.Begin);
    else if (Call)
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
    // The other lock that there is protects as well.
    const auto *Other = dyn_cast<CallBase>(&Each);
    std::optional<KernelCall> Called = Other ? kernelCall(*Other) : std::nullopt;
    bool MayBegin = Depth.change(Each) != 0 || (Called && StringRef(Called->Name).starts_with("bpf_res_spin_lock"));
    return MayBegin && &Each != &Call && isPotentiallyReachable(&Each, &Call);
  });
}

/// The lists and trees of a program are looked at with their lock held: check_reg_allocation_locked().
void InProgram::checkLocked(const CallBase &Call) {
  std::optional<KernelCall> Called = kernelCall(Call);
  bool NeedsLock = Kind.IsLock && Called && any_of(Called->Arguments, [](const ArgumentRule &Each) {
                     return Each.Kind == ArgumentKind::ListHead || Each.Kind == ArgumentKind::RbRoot;
                   });
  if (!NeedsLock || !isOutside(Call) || !Paths.to(Call, {nullptr, judge}))
    return;
  Finding Found = findingAt(Call, Check::Unreleased, Severity::Rejected,
                            formatv("{0}() is called without {1}() before it", Called->Name, Kind.Begin));
  Found.Notes.push_back({"a list or tree is used with the lock held that is beside it", {}});
  R(std::move(Found));
}

void InProgram::checkEnd(const CallBase &End) {
  if (!isOutside(End) || !Paths.to(End, {nullptr, judge}))
    return;
  R(findingAt(End, Check::Unreleased, Severity::Rejected,
              formatv("{0}() is called without {1}() before it", Kind.End, Kind.Begin)));
}

void InProgram::run() {
  // A function that is verified at its calls may leave it to its caller.
  bool IsAlone = isProgram(F) || !isVerifiedAtCalls(F);
  if (!IsAlone && callersMayEnd(F, Depth))
    return;
  for (const Instruction &I : instructions(F)) {
    const auto *Call = dyn_cast<CallBase>(&I);
    std::optional<int> Change = Call ? Depth.change(*Call) : 0;
    if (Change && *Change == 1)
      checkBegin(*Call);
    if (Change && *Change == -1 && IsAlone)
      checkEnd(*Call);
    if (Call && IsAlone)
      checkLocked(*Call);
  }
}

void checkRegions(const Module &M, CertainPaths &Paths, Report R) {
  for (const Function &F : M)
    for (const KernelRegion &Kind : kernelRegions())
      InProgram(Kind, F, Paths, R).run();
}

} // namespace bpf
