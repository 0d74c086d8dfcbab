// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Makes attempts, which differ in what is inlined, until one is good, and shows what was found.
#include "driver/compile/Backend.h"
#include "driver/compile/Attempt.h"
#include "driver/diagnostics/Judge.h"
#include "driver/diagnostics/Repair.h"
#include "driver/diagnostics/Reporter.h"
#include "driver/diagnostics/Speak.h"
#include "driver/trim/HeaderTrim.h"
#include "passes/analysis/CopyMarks.h"
#include "passes/analysis/LegacyMap.h"
#include "passes/analysis/UnrollMarks.h"
#include "passes/transform/AlwaysInline.h"
#include "passes/transform/ArgumentNames.h"
#include "passes/transform/HelperPointers.h"
#include "passes/transform/ProgramSections.h"
#include "passes/transform/TransformChoice.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/IR/DebugInfoMetadata.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace clang;
using namespace llvm;

namespace bpf {

/// Notes that follow nothing, which clang would drop; in SARIF a note is a part of a result.
static void showToDo(CompilerInstance &Compiler, ArrayRef<Note> ToDo, const Options &Opts, const SourceIndex &Index) {
  DiagnosticsEngine &Diagnostics = Compiler.getDiagnostics();
  unsigned Id =
      Diagnostics.getCustomDiagID(Opts.EmitsSarif ? DiagnosticsEngine::Remark : DiagnosticsEngine::Note, "%0");
  for (const Note &Each : ToDo) {
    Diagnostics.setLastDiagnosticIgnored(false);
    Diagnostics.Report(Index.locationOf(Each.Where.value_or(Place())), Id) << Each.Message;
  }
}

static void showRepairs(CompilerInstance &Compiler, const Repairs &Repaired, const SourceIndex &Index) {
  unsigned Id = Compiler.getDiagnostics().getCustomDiagID(DiagnosticsEngine::Remark, "%0 [bpf-%1]");
  for (const Repair &Each : Repaired.all())
    Compiler.getDiagnostics().Report(Index.locationOf(Each.Where), Id) << Each.What << name(Each.By);
}

/// Shows what there is to be shown of an attempt. \returns what it came to.
static Outcome show(CompilerInstance &Compiler, const Attempt &Made, const CompileContext &Context,
                    const SourceIndex &Index) {
  Judge Decides(Context.Opts.Warnings, Context.Regions, Index);
  if (Context.Opts.ShowsRepairs)
    showRepairs(Compiler, Made.Repaired, Index);
  Reporter Report(Compiler, Decides, Index);
  for (const Finding &Each : Made.Findings)
    Report.report(Each);
  if (Context.Opts.Repairs)
    if (Error Wrong = applyRepairs(Compiler, Report.repairs()))
      return reportFailure(Compiler.getDiagnostics(), std::move(Wrong), Outcome::NotDone);
  // What a check reported is not repeated in LLVM's words.
  if (Context.Opts.Repairs ? Report.hasLeftErrors() : Report.hasErrors())
    return Outcome::WrongInput;
  unsigned Before = Compiler.getDiagnosticClient().getNumErrors();
  Made.Record.show(Compiler.getDiagnostics(), Index, Context.T);
  if (Compiler.getDiagnosticClient().getNumErrors() != Before)
    return Outcome::WrongInput;
  if (!Made.Failure) {
    showToDo(Compiler, Made.ToDo, Context.Opts, Index);
    return Outcome::Good;
  }
  if (Made.Record.showFailure(*Made.Failure, Compiler.getDiagnostics(), Index, Context.T))
    return Outcome::WrongInput;
  unsigned Id = Compiler.getDiagnostics().getCustomDiagID(DiagnosticsEngine::Error, "LLVM could not compile this: %0");
  Compiler.getDiagnostics().Report(Id) << *Made.Failure;
  return Outcome::NotDone;
}

static std::string remarkOnInlining(Inlining First, StringRef Why, Inlining Then) {
  return formatv("the result of --inline={0} would not load: {1}; compiling again with --inline={2}",
                 InliningWords[unsigned(First)], Why, InliningWords[unsigned(Then)]);
}

/// The modes that are tried in this order, until the target would load the result.
static ArrayRef<Inlining> inliningsFor(const Options &Opts, const Target &T) {
  static constexpr Inlining Bounded[] = {Inlining::Bounded, Inlining::Auto, Inlining::Always};
  static constexpr Inlining Always[] = {Inlining::Always, Inlining::Auto};
  static constexpr Inlining Auto[] = {Inlining::Auto};
  if (!T.has(Feature::FunctionCalls))
    return ArrayRef(Always).take_front();
  switch (Opts.Inline) {
  case Inlining::Bounded:
    return Bounded;
  case Inlining::Always:
    return Always;
  case Inlining::Auto:
    return Auto;
  }
  return Auto;
}

/// Makes attempts until one would load. \returns that one, or else the first, whose findings explain the problem.
/// \param Remark is set where it is not the first.
static Attempt attemptAll(CompilerInstance &Compiler, llvm::Module &M, Emission Wanted, const CompileContext &Context,
                          const SourceIndex &Index, std::string &Remark) {
  ArrayRef<Inlining> Inlinings = inliningsFor(Context.Opts, Context.T);
  if (none_of(M, [](const llvm::Function &F) { return !F.use_empty() && mayBeInlined(F, /*GlobalsToo=*/false); }))
    Inlinings = Inlinings.take_front();
  std::unique_ptr<llvm::Module> Untouched = Inlinings.size() > 1 ? CloneModule(M) : nullptr;
  Attempt First = attempt(Compiler, M, Wanted, Inlinings.front(), Context, Index);
  std::string Why = First.whyNot(Context.T);
  if (Why.empty())
    return First;
  for (Inlining Other : Inlinings.drop_front()) {
    std::unique_ptr<llvm::Module> Copy = CloneModule(*Untouched);
    Attempt Next = attempt(Compiler, *Copy, Wanted, Other, Context, Index);
    if (Next.Result.empty() || !Next.whyNot(Context.T).empty())
      continue;
    Remark = remarkOnInlining(Inlinings.front(), Why, Other);
    return Next;
  }
  return First;
}

/// Maps and externs are described by BTF alone: without debug information the object has none.
/// \returns a variable that needs it; null where there is none, or it will be there.
static const GlobalVariable *needsBtf(const llvm::Module &M, const Options &Opts, const Target &T) {
  if (Opts.Debug != DebugInfo::None)
    return nullptr;
  for (const GlobalVariable &Variable : M.globals()) {
    StringRef Section = Variable.getSection();
    bool BecomesMap = Section == LegacySection && Opts.convertsLegacyMaps(T);
    if (BecomesMap || Section == ".maps" || Section == ".ksyms" || Section == ".kconfig")
      return &Variable;
  }
  return nullptr;
}

static void reportLackOfBtf(CompilerInstance &Compiler, const GlobalVariable &Variable) {
  unsigned Id = Compiler.getDiagnostics().getCustomDiagID(
      DiagnosticsEngine::Error,
      "'%0' in section '%1' cannot be loaded without BTF, which -g0 omits; remove -g0 (BTF needs no -g)");
  Compiler.getDiagnostics().Report(Id) << Variable.getName() << Variable.getSection();
}

/// Headers need not be parsed whole for what is printed from here on, if all of it is about the program.
static void settleTrim(CompilerInstance &Compiler, const CompileContext &Context, const Attempt &Made,
                       const SourceIndex &Index) {
  // LLVM gave up: with whole headers it might not.
  if (Context.Trim && !Made.Failure)
    Context.Trim->settle(Compiler, {Made.Result.data(), Made.Result.size()}, Made.locations(Index));
}

BackendResult runBackend(CompilerInstance &Compiler, llvm::Module &M, Emission Wanted, const CompileContext &Context) {
  if (const GlobalVariable *Variable = needsBtf(M, Context.Opts, Context.T)) {
    if (Context.Trim)
      Context.Trim->settle(Compiler, /*Object=*/"", /*Named=*/{});
    reportLackOfBtf(Compiler, *Variable);
    return {Outcome::WrongInput, {}, {}};
  }
  for (const std::string &Section :
       applyProgramTypes(M, Context.Opts.ProgramTypes, Options::renamesSections(Context.T)))
    if (Context.Opts.Inputs.size() == 1 && !Context.Opts.makesParts())
      warn(Compiler.getDiagnostics(), Context.Opts.Warnings,
           "no program in section '" + Section + "', which is named by --program-type");
  TransformChoice Choice(M, Context.Opts.Transforms);
  for (StringRef Name : Choice.unknown())
    warn(Compiler.getDiagnostics(), Context.Opts.Warnings,
         "there is no transform '" + Name + "', which an attribute turns off");
  // Optimisation would do these, and is off at -O0, in functions marked optnone, and in the IR that clang -O0 made.
  foldHelperPointers(M);
  nameArguments(M);
  markUnrolls(M);
  markCopies(M);
  SourceIndex Index(Compiler);
  std::string Remark;
  Attempt Made = attemptAll(Compiler, M, Wanted, Context, Index, Remark);
  settleTrim(Compiler, Context, Made, Index);
  if (!Remark.empty())
    remark(Compiler.getDiagnostics(), Remark);
  Outcome Status = show(Compiler, Made, Context, Index);
  return {Status, std::move(Made.Result), std::move(Made.ToRestore)};
}

} // namespace bpf
