// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// BPFPassPlugin.so: the checks and, on request, the transforms of the IR for stock clang and opt.
//
//   clang-22 --target=bpf -g -O2 -fpass-plugin=.../BPFPassPlugin.so -mllvm -bpf-kernel=5.1 -c prog.c
//   clang-22 --target=bpf -g -O2 -fpass-plugin=.../BPFPassPlugin.so -mllvm -bpf-transforms -Rpass=bpf -c prog.c
//   opt-22 -load-pass-plugin=.../BPFPassPlugin.so -passes=bpf-checks -disable-output prog.ll
//   opt-22 -load-pass-plugin=.../BPFPassPlugin.so -passes=bpf-transforms -S prog.ll
//
// LLVM itself comes from the program that loads the plugin: a second copy of it in one process would not work.
#include "passes/RunChecks.h"
#include "passes/analysis/CopyMarks.h"
#include "passes/analysis/UnrollMarks.h"
#include "passes/transform/Repairs.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/Module.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Plugins/PassPlugin.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FormatVariadic.h"
#include <set>

using namespace llvm;

static cl::opt<std::string> KernelOption("bpf-kernel", cl::desc("The oldest kernel that the object must load on"),
                                         cl::value_desc("X.Y|running"));
static cl::opt<std::string> LoaderOption("bpf-loader", cl::desc("The loader, as for bpfcc --loader="),
                                         cl::value_desc("name"));
static cl::opt<std::string> CapabilitiesOption("bpf-capabilities",
                                               cl::desc("The loader's capabilities, as for bpfcc --capabilities="),
                                               cl::value_desc("list"));
static cl::list<std::string> Disabled("bpf-disable", cl::CommaSeparated, cl::desc("Checks and transforms to disable"),
                                      cl::value_desc("name,..."));
// Off unless it is given: who loads the plugin for its checks gets the code that clang makes.
static cl::opt<bool> TransformsOption("bpf-transforms", cl::desc("Rewrite optimized code for the verifier"));

namespace bpf {

namespace {

class ChecksPass : public PassInfoMixin<ChecksPass> {
public:
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &);
  static bool isRequired() { return true; }
};

/// What the checks have to know of the module as it was before optimisation.
class MarksPass : public PassInfoMixin<MarksPass> {
public:
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &) {
    markUnrolls(M);
    markCopies(M);
    return PreservedAnalyses::all();
  }
  static bool isRequired() { return true; }
};

/// The transforms of the stage IR.
class TransformsPass : public PassInfoMixin<TransformsPass> {
public:
  PreservedAnalyses run(Module &M, ModuleAnalysisManager &);
};

/// A Finding as LLVM's diagnostic of the one kind that clang shows at its place.
class Printer {
public:
  explicit Printer(Module &M) : M(M) { Known.processModule(M); }
  void report(const Finding &F);
  void report(const Repair &Each);

private:
  DiagnosticLocation locationOf(const Place &Where) const;

  Module &M;
  DebugInfoFinder Known;
  std::set<std::string> Reported;
};

} // namespace

/// Findings are text, LLVM wants metadata: any function's scope will do, with the file that was named.
DiagnosticLocation Printer::locationOf(const Place &Where) const {
  if (!Where.Line || Known.subprogram_count() == 0)
    return {};
  DISubprogram *Scope = *Known.subprograms().begin();
  auto *File = DILexicalBlockFile::get(M.getContext(), Scope, DIFile::get(M.getContext(), Where.File, ""), 0);
  return DebugLoc(DILocation::get(M.getContext(), Where.Line, Where.Column, File));
}

void Printer::report(const Finding &F) {
  if (is_contained(Disabled, name(F.Kind)) || M.empty())
    return;
  std::string Text = F.Message;
  for (const Note &Each : F.Notes)
    Text += "; " + Each.Message;
  Text += formatv(" [bpf-{0}]", name(F.Kind));
  if (!Reported.insert(formatv("{0}:{1}:{2}", F.Where.File, F.Where.Line, Text)).second)
    return;
  const Function *In = M.getFunction(F.Where.Function);
  // It keeps no copy of the text.
  const Twine Message(Text);
  DiagnosticInfoUnsupported Info(In ? *In : *M.begin(), Message, locationOf(F.Where),
                                 F.Sev == Severity::Rejected ? DS_Error : DS_Warning);
  M.getContext().diagnose(Info);
}

void Printer::report(const Repair &Each) {
  Function *In = M.getFunction(Each.Where.Function);
  if (!In)
    return;
  std::string Pass = formatv("bpf-{0}", name(Each.By));
  M.getContext().diagnose(OptimizationRemark(Pass.c_str(), "Repaired", locationOf(Each.Where), &In->front())
                          << Each.What);
}

/// The instruction set that clang was given; v3 is LLVM's default.
static std::string cpuOf(const Module &M) {
  for (const Function &F : M)
    if (F.hasFnAttribute("target-cpu"))
      return F.getFnAttribute("target-cpu").getValueAsString().str();
  return "v3";
}

/// The target that the options and the module name; nothing, after an error was reported, where they are wrong.
static std::optional<Target> targetOf(Module &M) {
  TargetRequest Wanted;
  Wanted.Kernel = KernelOption;
  Wanted.Loader = LoaderOption;
  Wanted.Capabilities = CapabilitiesOption;
  Wanted.Cpu = cpuOf(M);
  Expected<Target> T = Target::resolve(Wanted);
  if (T)
    return std::move(*T);
  M.getContext().emitError(toString(T.takeError()));
  return std::nullopt;
}

PreservedAnalyses ChecksPass::run(Module &M, ModuleAnalysisManager &) {
  std::optional<Target> T = targetOf(M);
  if (!T)
    return PreservedAnalyses::all();
  Printer Output(M);
  runChecks<Stage::IR>(M, *T, [&](const Finding &F) { Output.report(F); });
  forgetCopies(M);
  return PreservedAnalyses::all();
}

static TransformSet enabledTransforms() {
  TransformSet Enabled;
  for (const std::string &Each : Disabled)
    if (std::optional<Transform> Named = findTransform(Each))
      Enabled.set(*Named, false);
  return Enabled;
}

PreservedAnalyses TransformsPass::run(Module &M, ModuleAnalysisManager &) {
  std::optional<Target> T = M.getTargetTriple().isBPF() ? targetOf(M) : std::nullopt;
  if (!T)
    return PreservedAnalyses::all();
  Repairs Made;
  runTransforms(M, *T, TransformChoice(M, enabledTransforms()), Made);
  Printer Output(M);
  for (const Repair &Each : Made.all())
    Output.report(Each);
  return Made.all().empty() ? PreservedAnalyses::all() : PreservedAnalyses::none();
}

static void registerPasses(PassBuilder &Builder) {
  Builder.registerPipelineStartEPCallback(
      [](ModulePassManager &Passes, OptimizationLevel) { Passes.addPass(MarksPass()); });
  Builder.registerOptimizerLastEPCallback([](ModulePassManager &Passes, OptimizationLevel Level, ThinOrFullLTOPhase) {
    Passes.addPass(ChecksPass());
    if (TransformsOption && Level != OptimizationLevel::O0)
      Passes.addPass(TransformsPass());
  });
  Builder.registerPipelineParsingCallback(
      [](StringRef Name, ModulePassManager &Passes, ArrayRef<PassBuilder::PipelineElement>) {
        if (Name == "bpf-checks")
          Passes.addPass(ChecksPass());
        else if (Name == "bpf-transforms")
          Passes.addPass(TransformsPass());
        else
          return false;
        return true;
      });
}

} // namespace bpf

extern "C" LLVM_ATTRIBUTE_VISIBILITY_DEFAULT PassPluginLibraryInfo llvmGetPassPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "BPFPassPlugin", BPFTOOLCHAIN_VERSION, bpf::registerPasses};
}
