// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// bpfcc: a clang that knows BPF. The steps of a call, in their order.
#include "driver/Compile.h"
#include "driver/boot/FetchKernel.h"
#include "driver/boot/KernelImage.h"
#include "driver/compile/LLVMTargets.h"
#include "driver/diagnostics/SarifDocument.h"
#include "driver/doctor/Doctor.h"
#include "driver/options/Completion.h"
#include "driver/options/Help.h"
#include "driver/process/OutOfMemory.h"
#include "driver/process/PrintError.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdio>
#include <unistd.h>

using namespace bpf;

static int fail(llvm::Error E, Outcome Result) {
  printError(llvm::toString(std::move(E)));
  // Avoids LLVM's abort on an unwritable standard error.
  llvm::errs().clear_error();
  return int(Result);
}

/// Writing the buffer of standard output may fail.
static int end(Outcome Result) {
  llvm::outs().flush();
  std::error_code Code = llvm::outs().error();
  llvm::outs().clear_error();
  llvm::errs().clear_error();
  return Code ? fail(llvm::createFileError("<stdout>", Code), Outcome::NotDone) : int(Result);
}

static int call(const char *Name, llvm::ArrayRef<const char *> Words) {
  if (auto Unfinished = wordsToComplete(Words)) {
    complete(*Unfinished, llvm::outs());
    return end(Outcome::Good);
  }
  llvm::Expected<Options> Opts = Options::parse(Words);
  if (!Opts)
    return fail(Opts.takeError(), Outcome::WrongInput);
  if (Opts->Asked != Question::None) {
    answer(*Opts, llvm::outs());
    return end(Outcome::Good);
  }
  llvm::Expected<Target> T = Target::resolve(Opts->Wanted);
  if (!T)
    return fail(T.takeError(), Outcome::WrongInput);
  llvm::Expected<Installation> Installed = Installation::find(Name);
  if (!Installed)
    return fail(Installed.takeError(), Outcome::NotDone);
  if (Opts->Doctor != ReportFormat::None)
    return end(showDoctor(llvm::outs(), Opts->Doctor == ReportFormat::Json ? DoctorFormat::Json : DoctorFormat::Text,
                          *T, *Installed));
  if (!Opts->FetchedKernels.empty())
    return fail(fetchKernels(Installed->Fetcher, kernelImageFolder(Opts->KernelImages), Opts->FetchedKernels),
                Outcome::NotDone);
  llvm::Expected<HeaderSets> Headers = HeaderSets::find(*Opts, *T, *Installed);
  if (!Headers)
    return fail(Headers.takeError(), Outcome::NotDone);
  Profile Arguments = makeProfile(*Opts, *T, *Installed, *Headers);
  if (Opts->PrintProfile != ReportFormat::None) {
    (Opts->PrintProfile == ReportFormat::Json ? printProfileAsJson : printProfile)(llvm::outs(), *Opts, *T, *Headers,
                                                                                   Arguments);
    return end(Outcome::Good);
  }
  registerLLVMTargets();
  return end(compile(*Opts, *T, Arguments, *Installed));
}

/// The memory of the process is freed when it ends: no destructors run before.
[[noreturn]] static void leave(int Code) {
  fflush(nullptr);
  _exit(Code);
}

int main(int Count, char **Values) {
  prepareHeap();
  llvm::BumpPtrAllocator Allocator;
  llvm::StringSaver Saver(Allocator);
  llvm::SmallVector<const char *> Words(Values + 1, Values + Count);
  llvm::cl::ExpandResponseFiles(Saver, llvm::cl::TokenizeGNUCommandLine, Words);
  auto Call = [&] { return call(Values[0], Words); };
  leave(asksForSarif(Words) ? callForSarif(Call) : Call());
}
