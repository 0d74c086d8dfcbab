// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// BPFPassPlugin.so: the checks of the IR for who compiles with stock clang or opt.
//
//   clang-22 --target=bpf -g -O2 -fpass-plugin=.../BPFPassPlugin.so -mllvm -bpf-kernel=5.1 -c prog.c
//   opt-22 -load-pass-plugin=.../BPFPassPlugin.so -passes=bpf-checks -disable-output prog.ll
//
// LLVM itself comes from the program that loads the plugin: a second copy of it in one process would not work.
#include "passes/RunChecks.h"
#include "passes/analysis/CopyMarks.h"
#include "passes/analysis/UnrollMarks.h"
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
static cl::list<std::string> Disabled("bpf-disable", cl::CommaSeparated, cl::desc("Checks to disable"),
                                      cl::value_desc("name,..."));

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

/// A Finding as LLVM's diagnostic of the one kind that clang shows at its place.
class Printer {
public:
  explicit Printer(Module &M) : M(M) { Known.processModule(M); }
  void report(const Finding &F);

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

/// The instruction set that clang was given; v3 is LLVM's default.
static std::string cpuOf(const Module &M) {
  for (const Function &F : M)
    if (F.hasFnAttribute("target-cpu"))
      return F.getFnAttribute("target-cpu").getValueAsString().str();
  return "v3";
}

PreservedAnalyses ChecksPass::run(Module &M, ModuleAnalysisManager &) {
  TargetRequest Wanted;
  Wanted.Kernel = KernelOption;
  Wanted.Loader = LoaderOption;
  Wanted.Capabilities = CapabilitiesOption;
  Wanted.Cpu = cpuOf(M);
  Expected<Target> For = Target::resolve(Wanted);
  if (!For) {
    M.getContext().emitError(toString(For.takeError()));
    return PreservedAnalyses::all();
  }
  Printer Output(M);
  runChecks<Stage::IR>(M, *For, [&](Finding F) { Output.report(F); });
  forgetCopies(M);
  return PreservedAnalyses::all();
}

static void registerPasses(PassBuilder &Builder) {
  Builder.registerPipelineStartEPCallback(
      [](ModulePassManager &Passes, OptimizationLevel) { Passes.addPass(MarksPass()); });
  Builder.registerOptimizerLastEPCallback(
      [](ModulePassManager &Passes, OptimizationLevel, ThinOrFullLTOPhase) { Passes.addPass(ChecksPass()); });
  Builder.registerPipelineParsingCallback(
      [](StringRef Name, ModulePassManager &Passes, ArrayRef<PassBuilder::PipelineElement>) {
        if (Name != "bpf-checks")
          return false;
        Passes.addPass(ChecksPass());
        return true;
      });
}

} // namespace bpf

extern "C" LLVM_ATTRIBUTE_VISIBILITY_DEFAULT PassPluginLibraryInfo llvmGetPassPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "BPFPassPlugin", BPFTOOLCHAIN_VERSION, bpf::registerPasses};
}
