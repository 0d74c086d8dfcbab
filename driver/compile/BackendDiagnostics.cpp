// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's diagnostics, translated: places from debug information, inline assembly from the location clang attached,
// and no addresses of LLVM's own nodes.
#include "driver/compile/BackendDiagnostics.h"
#include "driver/object/KnownMessages.h"
#include "passes/analysis/Location.h"
#include "clang/Basic/DiagnosticFrontend.h"
#include "llvm/IR/DiagnosticInfo.h"
#include "llvm/IR/DiagnosticPrinter.h"
#include "llvm/IR/Function.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"
#include <set>

using namespace clang;
using namespace llvm;

namespace bpf {

std::string withoutAddresses(StringRef Message) {
  // "0x55ae10: i64,ch = AtomicLoad<(load (s64) from %ir.0)> 0x55ae12, Register:i64 %0, x.c:2:26 too many arguments"
  static const Regex Node("0x[0-9a-f]+: [^ ]+ = ");
  static const Regex Operand("0x[0-9a-f]+(, )?");
  std::string Text = Message.split('\n').first.str();
  for (const Regex *Pattern : {&Node, &Operand})
    while (Pattern->match(Text))
      Text = Pattern->sub("", Text);
  return StringRef(Text).trim(" ,").str();
}

static std::string textOf(const DiagnosticInfo &Info) {
  std::string Text;
  raw_string_ostream Out(Text);
  DiagnosticPrinterRawOStream Printer(Out);
  Info.print(Printer);
  return withoutAddresses(Text);
}

static Place placeOf(const DiagnosticInfoWithLocationBase &Info) {
  Place Where;
  Where.Function = Info.getFunction().getName().str();
  if (!Info.isLocationAvailable())
    return bpf::placeOf(Info.getFunction());
  StringRef File;
  Info.getLocation(File, Where.Line, Where.Column);
  Where.File = Info.getAbsolutePath();
  return Where;
}

namespace {

class Handler : public DiagnosticHandler {
public:
  Handler(const CodeGenOptions &Options, BackendRecord &Record) : Options(Options), Record(Record) {}

  bool handleDiagnostics(const DiagnosticInfo &Info) override;

  // The counts of instructions come as a remark of the assembly printer.
  bool isAnalysisRemarkEnabled(StringRef Pass) const override {
    return Pass == "asm-printer" || Options.OptimizationRemarkAnalysis.patternMatches(Pass);
  }
  bool isMissedOptRemarkEnabled(StringRef Pass) const override {
    return Options.OptimizationRemarkMissed.patternMatches(Pass);
  }
  bool isPassedOptRemarkEnabled(StringRef Pass) const override {
    return Options.OptimizationRemark.patternMatches(Pass);
  }
  bool isAnyRemarkEnabled() const override { return true; }

private:
  void frame(const DiagnosticInfoStackSize &Info);
  void remark(const DiagnosticInfoOptimizationBase &Info);
  void assembly(const DiagnosticInfo &Info, uint64_t Cookie, std::string Message);
  FunctionFacts &factsOf(const Function &F);

  const CodeGenOptions &Options;
  BackendRecord &Record;
};

} // namespace

FunctionFacts &Handler::factsOf(const Function &F) {
  FunctionFacts &Facts = Record.Facts.Functions[F.getName().str()];
  Facts.Declared = bpf::placeOf(F);
  Facts.IsProgram = F.hasSection() && F.getSection() != ".text";
  return Facts;
}

void Handler::frame(const DiagnosticInfoStackSize &Info) {
  factsOf(Info.getFunction()).FrameBytes = Info.getStackSize();
  // The Backend asks for every frame with a limit of 0; any other is the user's -Wframe-larger-than=.
  if (Info.getStackLimit() != 0)
    Record.Messages.push_back({diag::warn_fe_frame_larger_than,
                               bpf::placeOf(Info.getFunction()),
                               {},
                               {std::to_string(Info.getStackSize()), std::to_string(Info.getStackLimit()),
                                Info.getFunction().getName().str()},
                               ""});
}

void Handler::remark(const DiagnosticInfoOptimizationBase &Info) {
  StringRef Pass = Info.getPassName();
  if (Pass == "asm-printer" && Info.getRemarkName() == "InstructionCount")
    for (const auto &Argument : Info.getArgs())
      if (Argument.Key == "NumInstructions")
        StringRef(Argument.Val).getAsInteger(10, factsOf(Info.getFunction()).Instructions);
  unsigned Id = 0;
  if (isa<DiagnosticInfoOptimizationFailure>(Info))
    Id = diag::warn_fe_backend_optimization_failure;
  else if (Info.isPassed())
    Id = diag::remark_fe_backend_optimization_remark;
  else if (Info.isMissed())
    Id = diag::remark_fe_backend_optimization_remark_missed;
  else if (Options.OptimizationRemarkAnalysis.patternMatches(Pass))
    Id = diag::remark_fe_backend_optimization_remark_analysis;
  if (Id)
    Record.Messages.push_back({Id, placeOf(Info), {}, {Info.getMsg()}, Pass.str()});
}

void Handler::assembly(const DiagnosticInfo &Info, uint64_t Cookie, std::string Message) {
  bool Error = Info.getSeverity() == DS_Error;
  Record.HasErrors |= Error;
  Record.Messages.push_back({Error ? diag::err_fe_inline_asm : diag::warn_fe_inline_asm,
                             {},
                             clang::SourceLocation::getFromRawEncoding(unsigned(Cookie)),
                             {std::move(Message)},
                             ""});
}

bool Handler::handleDiagnostics(const DiagnosticInfo &Info) {
  bool Error = Info.getSeverity() == DS_Error;
  if (const auto *Frame = dyn_cast<DiagnosticInfoStackSize>(&Info)) {
    frame(*Frame);
    return true;
  }
  if (const auto *Remark = dyn_cast<DiagnosticInfoOptimizationBase>(&Info)) {
    remark(*Remark);
    return true;
  }
  if (const auto *Assembly = dyn_cast<DiagnosticInfoInlineAsm>(&Info)) {
    assembly(Info, Assembly->getLocCookie(), withoutAddresses(Assembly->getMsgStr().str()));
    return true;
  }
  if (const auto *Assembly = dyn_cast<DiagnosticInfoSrcMgr>(&Info)) {
    assembly(Info, Assembly->getLocCookie(), Assembly->getSMDiag().getMessage().str());
    return true;
  }
  if (const auto *Call = dyn_cast<DiagnosticInfoDontCall>(&Info)) {
    Record.HasErrors |= Error;
    Record.Messages.push_back({Error ? diag::err_fe_backend_error_attr : diag::warn_fe_backend_warning_attr,
                               {},
                               clang::SourceLocation::getFromRawEncoding(unsigned(Call->getLocCookie())),
                               {Call->getFunctionName().str(), Call->getNote().str()},
                               ""});
    return true;
  }
  if (Info.getSeverity() == DS_Remark || Info.getSeverity() == DS_Note)
    return true;
  Record.HasErrors |= Error;
  unsigned Id = Error ? diag::err_fe_backend_unsupported : diag::warn_fe_backend_unsupported;
  const auto *Unsupported = dyn_cast<DiagnosticInfoUnsupported>(&Info);
  if (Unsupported && isMessage(KnownMessage::StackOverLimit, Unsupported->getMessage().str()))
    factsOf(Unsupported->getFunction()).OverLimit = true;
  if (Unsupported)
    Record.Messages.push_back({Id, placeOf(*Unsupported), {}, {withoutAddresses(Unsupported->getMessage().str())}, ""});
  else
    Record.Messages.push_back({Id, {}, {}, {textOf(Info)}, ""});
  return true;
}

void recordDiagnostics(LLVMContext &Context, const CodeGenOptions &Options, BackendRecord &Record) {
  Context.setDiagnosticHandler(std::make_unique<Handler>(Options, Record));
}

/// A note that belongs to the error before it, and to the same place.
static void noteAfter(DiagnosticsEngine &Diagnostics, StringRef Text) {
  Diagnostics.Report(Diagnostics.getCustomDiagID(DiagnosticsEngine::Note, "%0")) << Text;
}

namespace {

/// Shows errors of code generation in words about the source, one of a kind for each function.
class ErrorsOfSource {
public:
  ErrorsOfSource(DiagnosticsEngine &Diagnostics, const SourceIndex &Index, const Target &T, const MachineFacts &Facts)
      : Diagnostics(Diagnostics), Index(Index), T(T), Facts(Facts) {}

  /// \returns false for a message that no row has.
  bool show(const BackendMessage &Message);

private:
  DiagnosticsEngine &Diagnostics;
  const SourceIndex &Index;
  const Target &T;
  const MachineFacts &Facts;
  std::set<std::pair<CodegenLimit, std::string>> Shown;
  std::set<unsigned> Places;
};

} // namespace

bool ErrorsOfSource::show(const BackendMessage &Message) {
  if (Message.ClangId != diag::err_fe_backend_unsupported)
    return false;
  std::optional<CodegenError> Found = explainCodegenError(Message.Arguments.front(), Message.Where.Function, T);
  if (!Found)
    return false;
  auto Named = Facts.Functions.find(Found->Function);
  bool IsElsewhere = Found->Function != Message.Where.Function && Named != Facts.Functions.end();
  clang::SourceLocation Where = Index.locationOf(IsElsewhere ? Named->second.Declared : Message.Where);
  // LLVM repeats itself in other words where the first error left it without a value.
  bool IsFirstHere = Places.insert(Where.getRawEncoding()).second || Where.isInvalid();
  if (!Shown.insert({Found->Kind, Found->Function}).second || !IsFirstHere)
    return true;
  Diagnostics.Report(Where, Message.ClangId) << Found->Message;
  noteAfter(Diagnostics, Found->Note);
  return true;
}

bool BackendRecord::showFailure(StringRef Words, DiagnosticsEngine &Diagnostics, const SourceIndex &Index,
                                const Target &T) const {
  std::optional<CodegenError> Found = explainCodegenError(Words, "", T);
  if (!Found)
    return false;
  auto Known = PlacesOfFailures.find(Found->Kind);
  Place Where = Known == PlacesOfFailures.end() ? Place() : Known->second;
  Diagnostics.Report(Index.locationOf(Where), diag::err_fe_backend_unsupported) << Found->Message;
  noteAfter(Diagnostics, Found->Note);
  return true;
}

/// The assembler's own words say what it did not understand; this says what it reads.
static void noteAssembly(DiagnosticsEngine &Diagnostics) {
  noteAfter(Diagnostics, "this is assembled for BPF, such as \"r0 = 1\"; keep the code of another machine out with "
                         "#ifndef __bpf__");
}

void BackendRecord::show(DiagnosticsEngine &Diagnostics, const SourceIndex &Index, const Target &T) const {
  std::set<std::tuple<unsigned, unsigned, std::vector<std::string>>> Shown;
  std::set<std::vector<std::string>> Reported;
  ErrorsOfSource Explained(Diagnostics, Index, T, Facts);
  bool NotesAssembly = true;
  for (const BackendMessage &Each : Messages) {
    if (Explained.show(Each))
      continue;
    clang::SourceLocation Where = Each.Location.isValid() ? Each.Location : Index.locationOf(Each.Where);
    if (!Shown.insert({Each.ClangId, Where.getRawEncoding(), Each.Arguments}).second)
      continue;
    // LLVM repeats itself with no place at all where it lost it.
    if (!Reported.insert(Each.Arguments).second && Where.isInvalid())
      continue;
    {
      DiagnosticBuilder Builder = Diagnostics.Report(Where, Each.ClangId);
      if (!Each.Flag.empty())
        Builder << AddFlagValue(Each.Flag);
      for (const std::string &Argument : Each.Arguments)
        Builder << Argument;
    }
    if (Each.ClangId == diag::err_fe_inline_asm && std::exchange(NotesAssembly, false))
      noteAssembly(Diagnostics);
  }
}

} // namespace bpf
