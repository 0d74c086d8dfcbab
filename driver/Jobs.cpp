// clang's driver says what to do; bpfcc does it itself.
#include "driver/Jobs.h"
#include "driver/Apart.h"
#include "driver/Assemble.h"
#include "driver/Output.h"
#include "driver/Speak.h"
#include "clang/Driver/Compilation.h"
#include "clang/Driver/Tool.h"

using namespace llvm;
using clang::DiagnosticsEngine;
using Command = clang::driver::Command;
using Compilation = clang::driver::Compilation;

namespace bpf {

/// Makes an object what it is to be. A linked object has no DWARF, libbpf drops it.
static Outcome finishObject(DiagnosticsEngine &Diagnostics, JobResult &Job, const Options &User) {
  if (!Job.Result || !Job.IsObject)
    return Outcome::Good;
  bool DropsDwarf = User.Debug == DebugInfo::TypesOnly || User.links();
  Expected<Bytes> Finished = finish(std::move(*Job.Result), {DropsDwarf, std::move(Job.ToGiveBack)});
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

static JobResult run(const Command &Job, const CompileContext &Context, const Installation &Own) {
  ArrayRef<const char *> Arguments = ArrayRef(Job.getArguments()).drop_front();
  if (kindOf(Job) == "-cc1as")
    return runAssembler(Arguments, Context);
  return runJob(Arguments, Own.Executable.c_str(), Context);
}

Outcome runJobs(Compilation &Whole, DiagnosticsEngine &Diagnostics, const CompileContext &Context,
                const Installation &Own, function_ref<Outcome(JobResult &)> Take) {
  Outcome Worst = Outcome::Good;
  for (const Command &Each : Whole.getJobs()) {
    if (kindOf(Each).empty()) {
      Diagnostics.Report(Diagnostics.getCustomDiagID(DiagnosticsEngine::Error, "bpfcc does not run '%0' yet"))
          << Each.getCreator().getShortName();
      return Outcome::NotDone;
    }
    if (!Context.User.links())
      for (const std::string &Output : Each.getOutputFilenames())
        if (Error Wrong = checkOutput(Output, Context.User.Inputs))
          return reportFailure(Diagnostics, std::move(Wrong), Outcome::WrongInput);
    if (Context.User.Verbose)
      Each.Print(errs(), "\n", /*Quote=*/false);
    auto Work = [&] {
      JobResult Job = run(Each, Context, Own);
      if (Job.How == Outcome::Good)
        Job.How = finishObject(Diagnostics, Job, Context.User);
      return Job;
    };
    JobResult Job = Whole.getJobs().size() == 1 ? Work() : runApart(Work);
    if (Job.Output.empty() && !Each.getOutputFilenames().empty())
      Job.Output = Each.getOutputFilenames().front();
    if (Job.How == Outcome::Good && Job.Result)
      Job.How = Take(Job);
    Worst = std::max(Worst, Job.How);
  }
  // What the driver put between two jobs of one source: preprocessed assembly.
  Whole.CleanupFileList(Whole.getTempFiles());
  return Worst;
}

} // namespace bpf
