// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// clang's driver makes the jobs; bpfcc runs them itself.
#include "driver/compile/Jobs.h"
#include "driver/compile/Assemble.h"
#include "driver/compile/Frontend.h"
#include "driver/compile/Schedule.h"
#include "driver/diagnostics/Speak.h"
#include "driver/object/Finish.h"
#include "driver/object/ObjectBTF.h"
#include "driver/object/Output.h"
#include "clang/Driver/Compilation.h"
#include "clang/Driver/Tool.h"
#include "llvm/Support/Signals.h"

using namespace llvm;
using clang::DiagnosticsEngine;
using Command = clang::driver::Command;
using Compilation = clang::driver::Compilation;

namespace bpf {

/// Makes an object what it is to be. The types of a part are finished when it is whole.
static Outcome finishObject(DiagnosticsEngine &Diagnostics, JobResult &Job, const CompileContext &Context) {
  if (!Job.Result || !Job.IsObject)
    return Outcome::Good;
  const Options &Opts = Context.Opts;
  // Assembly may bring DWARF alone.
  Expected<Bytes> Whole =
      Opts.Debug == DebugInfo::None ? std::move(*Job.Result) : addTypesOfDwarf(std::move(*Job.Result));
  if (!Whole)
    return reportFailure(Diagnostics, Whole.takeError(), Outcome::WrongInput);
  Finishing What = {Opts.dropsDwarf(), Opts.Debug == DebugInfo::Dwarf && !Opts.EmbedsSource, std::move(Job.ToRestore)};
  Expected<Bytes> Finished = finish(std::move(*Whole), What);
  if (Finished)
    Finished = Opts.makesParts() ? orderTypes(std::move(*Finished)) : finishTypes(std::move(*Finished), Context.T);
  if (!Finished)
    return reportFailure(Diagnostics, Finished.takeError(), Outcome::NotDone);
  Job.Result = std::move(*Finished);
  return Outcome::Good;
}

/// -cc1, -cc1as; empty for a job that is another program's.
static StringRef kindOf(const Command &Job) {
  StringRef First = Job.getArguments().empty() ? "" : Job.getArguments().front();
  return First.starts_with("-cc1") ? First : "";
}

static JobResult run(const Command &Job, const CompileContext &Context, const Installation &Installed) {
  ArrayRef<const char *> Arguments = ArrayRef(Job.getArguments()).drop_front();
  if (kindOf(Job) == "-cc1as")
    return runAssembler(Arguments, Context);
  return runJob(Arguments, Installed.Executable.c_str(), Context);
}

/// The job whose output this one reads: preprocessed assembly, what -save-temps keeps.
static std::optional<size_t> producerOf(const Command &Job, ArrayRef<const Command *> Before) {
  for (size_t I = 0; I != Before.size(); ++I)
    for (const clang::driver::InputInfo &Input : Job.getInputInfos())
      if (Input.isFilename() && is_contained(Before[I]->getOutputFilenames(), Input.getFilename()))
        return I;
  return std::nullopt;
}

/// Nothing is started where one of the jobs cannot be.
static Outcome checkJobs(ArrayRef<const Command *> Jobs, DiagnosticsEngine &Diagnostics, const Options &Opts) {
  for (const Command *Each : Jobs) {
    if (kindOf(*Each).empty()) {
      Diagnostics.Report(Diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "running '%0' is not supported"))
          << Each->getCreator().getShortName();
      return Outcome::NotDone;
    }
    if (!Opts.links())
      for (const std::string &Output : Each->getOutputFilenames())
        if (Error Wrong = checkOutput(Output, Opts.Inputs))
          return reportFailure(Diagnostics, std::move(Wrong), Outcome::WrongInput);
  }
  return Outcome::Good;
}

static Outcome runChecked(ArrayRef<const Command *> Jobs, DiagnosticsEngine &Diagnostics, const CompileContext &Context,
                          const Installation &Installed, function_ref<Outcome(JobResult &)> Consume) {
  Outcome Worst = Outcome::Good;
  auto Do = [&](const Command &Each) {
    if (Context.Opts.Verbose)
      Each.Print(errs(), "\n", /*Quote=*/false);
    JobResult Job = run(Each, Context, Installed);
    if (Job.Status == Outcome::Good)
      Job.Status = finishObject(Diagnostics, Job, Context);
    return Job;
  };
  auto ConsumeResult = [&](size_t I, JobResult Job) {
    if (ArrayRef<std::string> Outputs = Jobs[I]->getOutputFilenames(); !Outputs.empty())
      Job.Output = Outputs.front();
    if (Job.Status == Outcome::Good && Job.Result)
      Job.Status = Consume(Job);
    Worst = worse(Worst, Job.Status);
    return Job.Status == Outcome::Good;
  };
  if (Jobs.size() == 1) {
    ConsumeResult(0, Do(*Jobs.front()));
    return Worst;
  }
  std::vector<Work> Works;
  for (const Command *Each : Jobs)
    Works.push_back({[&Do, Each] { return Do(*Each); }, producerOf(*Each, Jobs.take_front(Works.size()))});
  runInOrder(Works, Context.Opts.Parallel, ConsumeResult);
  return Worst;
}

Outcome runJobs(Compilation &Whole, DiagnosticsEngine &Diagnostics, const CompileContext &Context,
                const Installation &Installed, function_ref<Outcome(JobResult &)> Consume) {
  std::vector<const Command *> Jobs;
  for (const Command &Each : Whole.getJobs())
    Jobs.push_back(&Each);
  // What the driver puts between two jobs of one source; it has made the files.
  for (const char *Each : Whole.getTempFiles())
    sys::RemoveFileOnSignal(Each);
  Outcome Status = checkJobs(Jobs, Diagnostics, Context.Opts);
  if (Status == Outcome::Good)
    Status = runChecked(Jobs, Diagnostics, Context, Installed, Consume);
  Whole.CleanupFileList(Whole.getTempFiles());
  return Status;
}

} // namespace bpf
