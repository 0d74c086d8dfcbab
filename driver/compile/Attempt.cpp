// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang's own entry to LLVM, called twice: once to optimise, once to generate, with the checks between.
#include "driver/compile/Attempt.h"
#include "driver/compile/EmbedSource.h"
#include "driver/diagnostics/Judge.h"
#include "driver/object/KnownMessages.h"
#include "driver/object/TargetRecord.h"
#include "passes/RunChecks.h"
#include "passes/analysis/CopyMarks.h"
#include "passes/analysis/Location.h"
#include "passes/analysis/TailSections.h"
#include "passes/transform/AlwaysInline.h"
#include "passes/transform/AtomicForm.h"
#include "passes/transform/BoundedInline.h"
#include "passes/transform/ContextOffsets.h"
#include "passes/transform/ConvertLegacyMaps.h"
#include "passes/transform/MachineTransforms.h"
#include "passes/transform/Namesakes.h"
#include "passes/transform/RelocatedContexts.h"
#include "passes/transform/UnsetValues.h"
#include "passes/transform/VariableLocations.h"
#include "clang/CodeGen/BackendUtil.h"
#include "clang/Frontend/CompilerInstance.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/IR/InstIterator.h"
#include "llvm/IR/Instructions.h"
#include "llvm/IR/IntrinsicInst.h"
#include "llvm/IR/Module.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Target/TargetMachine.h"
#include "llvm/Transforms/Utils/Cloning.h"

using namespace clang;
using namespace llvm;

namespace bpf {

static BackendAction actionFor(Emission Wanted) {
  switch (Wanted) {
  case Emission::Object:
    return Backend_EmitObj;
  case Emission::Assembly:
    return Backend_EmitAssembly;
  case Emission::Bitcode:
    return Backend_EmitBC;
  case Emission::IR:
    return Backend_EmitLL;
  }
  return Backend_EmitNothing;
}

/// LLVM's own passes for BPF run at the start of the pipeline too, before those that are added here.
static void preserveContexts(CodeGenOptions &Options, llvm::Module &M, const CompileContext &Context) {
  TransformChoice Choice(M, Context.Opts.Transforms);
  for (llvm::Function &F : M)
    if (!Choice.of(F).has(Transform::ContextOffsets))
      exposeContexts(F);
  Options.PassBuilderCallbacks.push_back([&Context](PassBuilder &Builder) {
    Builder.registerPipelineStartEPCallback([&Context](ModulePassManager &Passes, OptimizationLevel) {
      Passes.addPass(RelocatedContextsPass(Context.PreservedRecords, Context.Opts.Transforms));
    });
  });
}

static void callLLVM(CodeGenOptions Options, CompilerInstance &Compiler, llvm::Module &M, BackendAction Action,
                     bool Optimises, Bytes *Result) {
  Options.DisableLLVMPasses = !Optimises;
  // LLVM makes CO-RE relocations in a step of code generation that -O0 leaves out.
  if (!Optimises && Options.OptimizationLevel == 0)
    Options.OptimizationLevel = 1;
  emitBackendOutput(Compiler, Options, M.getDataLayoutStr(), &M, Action,
                    Compiler.getFileManager().getVirtualFileSystemPtr(),
                    Result ? std::make_unique<raw_svector_ostream>(*Result) : nullptr);
}

/// Before optimisation: what is to be inlined whatever LLVM thinks of it.
static void markInlines(llvm::Module &M, Inlining Inline, const Target &T) {
  if (Inline == Inlining::Always)
    markAlwaysInline(M, T);
  if (Inline == Inlining::Bounded)
    markUncallable(M);
}

/// After optimisation, of which -O0 is none.
static void inlineMore(CompilerInstance &Compiler, llvm::Module &M, const Target &T) {
  const clang::TargetOptions &Options = Compiler.getTargetOpts();
  std::string Why;
  const llvm::Target *Backend = TargetRegistry::lookupTarget(M.getTargetTriple(), Why);
  std::unique_ptr<TargetMachine> Machine(Backend->createTargetMachine(
      M.getTargetTriple(), Options.CPU, join(Options.Features, ","), llvm::TargetOptions(), std::nullopt));
  inlineWithinBound(M, T, *Machine, InlineGrowth);
}

/// Contexts are accessed as the source has them. LLVM warns about a variable offset only because of the mark that the
/// source does not have.
static void revealContexts(llvm::Module &M, BackendRecord &Record) {
  revealContextAccesses(M);
  erase_if(Record.Messages, [](const BackendMessage &Each) {
    return any_of(Each.Arguments, [](StringRef Word) { return isMessage(KnownMessage::VariableContextOffset, Word); });
  });
}

/// Frames are facts, so LLVM reports that of every function; a limit of the user (-Wframe-larger-than=) stays.
static void askForFrames(llvm::Module &M) {
  for (llvm::Function &F : M)
    if (!F.isDeclaration() && !F.hasFnAttribute("warn-stack-size"))
      F.addFnAttr("warn-stack-size", "0");
}

/// What comes after us would warn of every frame.
static void askForNoFrames(llvm::Module &M) {
  for (llvm::Function &F : M)
    if (F.getFnAttribute("warn-stack-size").getValueAsString() == "0")
      F.removeFnAttr("warn-stack-size");
}

/// Assembly and IR do not carry the record: whoever makes an object of those writes its own.
static void recordTarget(llvm::Module &M, const Target &T) {
  for (const RecordedSymbol &Each : recordOf(T))
    M.appendModuleInlineAsm(formatv(".set {0}, {1}", Each.Name, Each.Value).str());
}

/// DWARF that would be dropped again is not made. AsmPrinter makes none for a module that asks for CodeView alone, and
/// CodeView for Windows alone; the BPF target makes BTF by itself, of the same debug information.
static void askForNoDwarf(llvm::Module &M) {
  M.setModuleFlag(llvm::Module::Warning, "Dwarf Version", uint32_t(0));
  M.setModuleFlag(llvm::Module::Warning, "CodeView", uint32_t(1));
}

/// Where the module has what makes LLVM end without a location. Code generation would leave nothing to ask.
static void findPlacesOfFailures(const llvm::Module &M, std::map<CodegenLimit, Place> &Places) {
  for (const llvm::Function &F : M)
    for (const Instruction &I : instructions(F)) {
      const auto *Call = dyn_cast<IntrinsicInst>(&I);
      if (isa<IndirectBrInst>(I))
        Places.try_emplace(CodegenLimit::ComputedGoto, placeOf(I));
      else if (Call && is_contained({Intrinsic::read_register, Intrinsic::write_register}, Call->getIntrinsicID()))
        Places.try_emplace(CodegenLimit::NamedRegister, placeOf(I));
    }
}

static bool stops(ArrayRef<Finding> Findings, const Judge &Decides) {
  return any_of(Findings, [&](const Finding &F) { return Decides.of(F) == Level::Error; });
}

/// -O0 marks every function, and code generation heeds that too.
static void allowOptimization(llvm::Module &M) {
  for (llvm::Function &F : M)
    F.removeFnAttr(Attribute::OptimizeNone);
}

static void optimize(CompilerInstance &Compiler, llvm::Module &M, bool Passes, const CompileContext &Context) {
  CodeGenOptions Options = Compiler.getCodeGenOpts();
  if (Context.Opts.Transforms.has(Transform::ContextOffsets))
    preserveContexts(Options, M, Context);
  callLLVM(std::move(Options), Compiler, M, Backend_EmitNothing, Passes, nullptr);
}

static void generate(CompilerInstance &Compiler, llvm::Module &M, Emission Wanted, Repairs &Repaired, Bytes &Result) {
  Repairs Before = Repaired;
  if (Wanted == Emission::Object) {
    callLLVM(Compiler.getCodeGenOpts(), Compiler, M, Backend_EmitObj, /*Optimises=*/false, &Result);
    return;
  }
  // Whether it can be loaded is known only of the object, and generating it changes the IR.
  std::unique_ptr<llvm::Module> Copy = CloneModule(M);
  callLLVM(Compiler.getCodeGenOpts(), Compiler, M, Backend_EmitObj, /*Optimises=*/false, &Result);
  Result.clear();
  Repaired = std::move(Before);
  askForNoFrames(*Copy);
  callLLVM(Compiler.getCodeGenOpts(), Compiler, *Copy, actionFor(Wanted), /*Optimises=*/false, &Result);
}

/// What LLVM calls back is taken back here: if LLVM ends code generation, no destructor of what that called is run.
static std::optional<std::string> generateGuarded(CompilerInstance &Compiler, llvm::Module &M, Emission Wanted,
                                                  const CompileContext &Context, const TransformChoice &Choice,
                                                  Attempt &Made) {
  MachineTransforms Transforms(Context.T, Choice, Made.Repaired);
  std::optional<WithoutVariableLocations> BehindTransforms;
  if (Wanted == Emission::Object && Context.Opts.dropsDwarf())
    BehindTransforms.emplace();
  return Context.Guard.run([&] { generate(Compiler, M, Wanted, Made.Repaired, Made.Result); });
}

/// Renames facts to the names of the source.
static void restoreNames(MachineFacts &Facts, const Renames &ToRestore) {
  for (const auto &[Given, Original] : ToRestore) {
    if (auto Function = Facts.Functions.extract(Given)) {
      Function.key() = Original;
      Facts.Functions.insert(std::move(Function));
    }
    for (auto &[Name, Function] : Facts.Functions)
      for (CallFacts &Call : Function.Calls)
        if (Call.Callee == Given)
          Call.Callee = Original;
  }
}

/// The object's name as the user knows it.
static std::string objectName(CompilerInstance &Compiler, const Options &Opts) {
  return Opts.Output.empty() ? Compiler.getFrontendOpts().OutputFile : Opts.Output;
}

static std::vector<Note> convertMaps(CompilerInstance &Compiler, llvm::Module &M, const CompileContext &Context,
                                     Report R) {
  bool HasTailPrograms = !tailPrograms(M).empty();
  bool ByTc = Context.T.loader() == Loader::Iproute2;
  bool RenamesTails = Options::renamesSections(Context.T);
  std::vector<Note> ToDo = convertLegacyMaps(M, {ByTc, RenamesTails, objectName(Compiler, Context.Opts)}, R);
  if (HasTailPrograms && Context.Opts.Wanted.Loader.empty())
    ToDo.push_back({"libbpf puts the programs of tail calls into their maps; for tc use --loader=iproute2", {}});
  return ToDo;
}

/// Puts into the module what the object says of itself, and into the record what is looked up behind code generation.
static void addFacts(llvm::Module &M, Emission Wanted, const CompileContext &Context, const SourceIndex &Index,
                     BackendRecord &Record) {
  addFrameFacts(M, Record.Facts);
  embedSources(M, Index);
  if (Wanted == Emission::Object)
    recordTarget(M, Context.T);
  if (Wanted == Emission::Object && Context.Opts.dropsDwarf())
    askForNoDwarf(M);
  findPlacesOfFailures(M, Record.PlacesOfFailures);
}

Attempt attempt(CompilerInstance &Compiler, llvm::Module &M, Emission Wanted, Inlining Inline,
                const CompileContext &Context, const SourceIndex &Index) {
  Attempt Made;
  Made.Repaired = Repairs(Context.Opts.TransformLimit);
  auto Collect = [&Made](Finding F) { Made.Findings.push_back(std::move(F)); };
  recordDiagnostics(M.getContext(), Compiler.getCodeGenOpts(), Made.Record);
  askForFrames(M);
  bool Passes = !Compiler.getCodeGenOpts().DisableLLVMPasses;
  markInlines(M, Inline, Context.T);
  Made.Failure = Context.Guard.run([&] {
    optimize(Compiler, M, Passes, Context);
    if (Inline == Inlining::Bounded && Passes && Compiler.getCodeGenOpts().OptimizationLevel > 0)
      inlineMore(Compiler, M, Context.T);
  });
  if (Made.Failure)
    return Made;
  if (Context.Opts.Transforms.has(Transform::ContextOffsets))
    revealContexts(M, Made.Record);
  chooseAtomicForms(M, Context.T);
  clearUnsetValues(M);
  Judge Decides(Context.Opts.Warnings, Context.Regions, Index);
  auto MayShow = [&](Check C) { return Decides.mayShow(C); };
  if (Context.Opts.convertsLegacyMaps(Context.T))
    Made.ToDo = convertMaps(Compiler, M, Context, Collect);
  if (stops(Made.Findings, Decides))
    return Made;
  runChecks<Stage::IR>(M, Context.T, Collect, MayShow);
  forgetCopies(M);
  if (stops(Made.Findings, Decides))
    return Made;
  Made.ToRestore = renameNamesakes(M);
  bool Transforms = Passes && Compiler.getCodeGenOpts().OptimizationLevel > 0;
  TransformChoice Choice(M, Transforms ? Context.Opts.Transforms : TransformSet::none());
  runTransforms(M, Context.T, Choice, Made.Repaired);
  allowOptimization(M);
  addFacts(M, Wanted, Context, Index, Made.Record);
  Made.Failure = generateGuarded(Compiler, M, Wanted, Context, Choice, Made);
  if (Made.Failure)
    Made.Failure = withoutAddresses(*Made.Failure);
  restoreNames(Made.Record.Facts, Made.ToRestore);
  Made.Record.Facts.BranchOutOfRange = Made.Failure && isMessage(KnownMessage::BranchOutOfRange, *Made.Failure);
  runChecks<Stage::Machine>(Made.Record.Facts, Context.T, Collect, MayShow);
  if (Made.Failure || Made.Record.HasErrors || stops(Made.Findings, Decides))
    Made.Result.clear();
  return Made;
}

/// True for what is found wrong with calls, which inlining may do away with.
static bool dependsOnInlining(Check C) {
  return is_contained(
      {Check::ArgumentCount, Check::BranchRange, Check::FunctionCall, Check::StackSize, Check::TailCall}, C);
}

std::string Attempt::whyNot(const Target &T) const {
  if (Record.Facts.BranchOutOfRange)
    return "a branch is out of range";
  for (const auto &[Name, Facts] : Record.Facts.Functions) {
    if (Facts.FrameBytes > T.stackLimit())
      return formatv("the stack frame of '{0}' has {1} bytes", Name, Facts.FrameBytes);
    if (Facts.Instructions > T.programLimit())
      return formatv("'{0}' has {1} instructions", Name, Facts.Instructions);
  }
  for (const Finding &Each : Findings)
    if (Each.Sev == Severity::Rejected && dependsOnInlining(Each.Kind))
      return Each.Message;
  // Whether that is shown or not.
  std::string Chain;
  checkStackSize(Record.Facts, T, [&](Finding Each) {
    if (Each.Sev == Severity::Rejected && Chain.empty())
      Chain = std::move(Each.Message);
  });
  return Chain.empty() && Record.HasErrors ? "LLVM has no code for it" : Chain;
}

std::vector<clang::SourceLocation> Attempt::locations(const SourceIndex &Index) const {
  std::vector<clang::SourceLocation> All;
  auto Add = [&](const Place &Where) { All.push_back(Index.locationOf(Where)); };
  auto AddNotes = [&](ArrayRef<Note> Notes) {
    for (const Note &Each : Notes)
      Add(Each.Where.value_or(Place()));
  };
  for (const Finding &Each : Findings) {
    Add(Each.Where);
    for_each(Each.InlinedAt, Add);
    AddNotes(Each.Notes);
    Add(Each.Repair ? Each.Repair->Declared : Place());
  }
  AddNotes(ToDo);
  for (const Repair &Each : Repaired.all())
    Add(Each.Where);
  for (const BackendMessage &Each : Record.Messages)
    All.push_back(Each.Location.isValid() ? Each.Location : Index.locationOf(Each.Where));
  // An error may be about another function than the one in which LLVM met it.
  if (Record.HasErrors)
    for (const auto &[Name, Facts] : Record.Facts.Functions)
      Add(Facts.Declared);
  return All;
}

} // namespace bpf
