// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's machine code layer, from the parser of BPF's assembly to an object in memory.
#include "driver/compile/Assemble.h"
#include "driver/compile/Retarget.h"
#include "driver/diagnostics/SarifConsumer.h"
#include "driver/object/TargetRecord.h"
#include "driver/process/PrintError.h"
#include "clang/Basic/TargetOptions.h"
#include "clang/Options/Options.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/MC/MCAsmBackend.h"
#include "llvm/MC/MCAsmInfo.h"
#include "llvm/MC/MCCodeEmitter.h"
#include "llvm/MC/MCContext.h"
#include "llvm/MC/MCInstrInfo.h"
#include "llvm/MC/MCObjectFileInfo.h"
#include "llvm/MC/MCObjectWriter.h"
#include "llvm/MC/MCParser/MCAsmParser.h"
#include "llvm/MC/MCParser/MCTargetAsmParser.h"
#include "llvm/MC/MCRegisterInfo.h"
#include "llvm/MC/MCStreamer.h"
#include "llvm/MC/MCSubtargetInfo.h"
#include "llvm/MC/MCTargetOptions.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
namespace options = clang::options;

namespace bpf {

namespace {

/// The arguments of a -cc1as job.
struct Job {
  std::string Input;
  std::string Output;
  llvm::Triple Triple;
  std::string Cpu;
  std::string Features; ///< "+NAME,-..."
};

} // namespace

static Job readJob(ArrayRef<const char *> Words, const Target &T) {
  unsigned MissingIndex = 0, MissingCount = 0;
  opt::InputArgList Arguments =
      clang::getDriverOptTable().ParseArgs(Words, MissingIndex, MissingCount, opt::Visibility(options::CC1AsOption));
  // The driver's arguments for a native front end are not meant for the assembler.
  if (T.hasNativeFrontEnd()) {
    clang::TargetOptions Options = targetOptions(T);
    return {Arguments.getLastArgValue(options::OPT_INPUT).str(), Arguments.getLastArgValue(options::OPT_o).str(),
            llvm::Triple(Options.Triple), Options.CPU, join(Options.FeaturesAsWritten, ",")};
  }
  return {Arguments.getLastArgValue(options::OPT_INPUT).str(), Arguments.getLastArgValue(options::OPT_o).str(),
          llvm::Triple(Arguments.getLastArgValue(options::OPT_triple)),
          Arguments.getLastArgValue(options::OPT_target_cpu).str(),
          join(Arguments.getAllArgValues(options::OPT_target_feature), ",")};
}

static void record(MCStreamer &Out, MCContext &Memory, const Target &T) {
  for (const RecordedSymbol &Each : recordOf(T))
    Out.emitAssignment(Memory.getOrCreateSymbol(Each.Name), MCConstantExpr::create(Each.Value, Memory));
}

/// \returns true where the assembly is good; else an error has been shown.
static bool assemble(const Job &What, SourceMgr &Sources, const CompileContext &Context, Bytes &Result) {
  std::string Why;
  const llvm::Target *Machine = TargetRegistry::lookupTarget(What.Triple, Why);
  MCTargetOptions Options;
  std::unique_ptr<MCRegisterInfo> Registers(Machine->createMCRegInfo(What.Triple));
  std::unique_ptr<MCAsmInfo> Syntax(Machine->createMCAsmInfo(*Registers, What.Triple, Options));
  std::unique_ptr<MCSubtargetInfo> Subtarget(Machine->createMCSubtargetInfo(What.Triple, What.Cpu, What.Features));
  std::unique_ptr<MCInstrInfo> Instructions(Machine->createMCInstrInfo());
  MCContext Memory(What.Triple, Syntax.get(), Registers.get(), Subtarget.get(), &Sources, &Options);
  // Not that of the sources, which would not get the lines that the preprocessor read.
  if (Context.Opts.EmitsSarif)
    Memory.setDiagnosticHandler(
        [](const SMDiagnostic &Wrong, bool, const SourceMgr &, std::vector<const MDNode *> &) { writeSarif(Wrong); });
  std::unique_ptr<MCObjectFileInfo> Sections(Machine->createMCObjectFileInfo(Memory, /*PIC=*/false));
  Memory.setObjectFileInfo(Sections.get());

  raw_svector_ostream Stream(Result);
  std::unique_ptr<MCAsmBackend> Backend(Machine->createMCAsmBackend(*Subtarget, *Registers, Options));
  std::unique_ptr<MCObjectWriter> Writer = Backend->createObjectWriter(Stream);
  std::unique_ptr<MCCodeEmitter> Emitter(Machine->createMCCodeEmitter(*Instructions, Memory));
  std::unique_ptr<MCStreamer> Out(Machine->createMCObjectStreamer(What.Triple, Memory, std::move(Backend),
                                                                  std::move(Writer), std::move(Emitter), *Subtarget));
  std::unique_ptr<MCAsmParser> Parser(createMCAsmParser(Sources, Memory, *Out, *Syntax));
  std::unique_ptr<MCTargetAsmParser> OfBpf(Machine->createMCAsmParser(*Subtarget, *Parser, *Instructions, Options));
  Parser->setTargetParser(*OfBpf);
  record(*Out, Memory, Context.T);
  return !Parser->Run(/*NoInitialTextSection=*/false) && !Memory.hadError();
}

JobResult runAssembler(ArrayRef<const char *> Arguments, const CompileContext &Context) {
  Job What = readJob(Arguments, Context.T);
  JobResult Made;
  Made.Output = What.Output;
  Made.IsObject = true;
  ErrorOr<std::unique_ptr<MemoryBuffer>> Source = MemoryBuffer::getFileOrSTDIN(What.Input, /*IsText=*/true);
  if (!Source) {
    printError("cannot read '" + What.Input + "': " + Source.getError().message());
    return Made;
  }
  SourceMgr Sources;
  Sources.AddNewSourceBuffer(std::move(*Source), SMLoc());
  Bytes Result;
  bool Good = false;
  std::optional<std::string> Failure = Context.Guard.run([&] { Good = assemble(What, Sources, Context, Result); });
  if (Failure)
    printError("LLVM could not assemble '" + What.Input + "': " + *Failure);
  Made.Status = Failure ? Outcome::NotDone : Good ? Outcome::Good : Outcome::WrongInput;
  if (Made.Status == Outcome::Good)
    Made.Result = std::move(Result);
  return Made;
}

} // namespace bpf
