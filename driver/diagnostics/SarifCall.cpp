// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Runs the call in a child, so that neither a crash nor an exit in LLVM keeps the document from being written.
#include "driver/diagnostics/SarifDocument.h"
#include "driver/object/MemoryFile.h"
#include "driver/process/Outcome.h"
#include "driver/process/PrintError.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <cstring>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace bpf {

/// The child's exit code; a signal that ended it is reported after its own output.
static int codeOf(int Status, std::string &Output) {
  if (WIFEXITED(Status))
    return WEXITSTATUS(Status);
  Output += formatv("\n{0}ended by a signal: {1}\n", ErrorPrefix, strsignal(WTERMSIG(Status)));
  return int(Outcome::NotDone);
}

static int writeDocument(const json::Object &Document, int Code) {
  errs() << formatv("{0:2}\n", json::Value(json::Object(Document)));
  bool Failed = errs().has_error();
  errs().clear_error();
  return Failed ? int(Outcome::NotDone) : Code;
}

int callForSarif(function_ref<int()> Call) {
  MemoryFile Errors;
  pid_t Parent = getpid(), Child = Errors.descriptor() < 0 ? -1 : fork();
  if (Child == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != Parent || dup2(Errors.descriptor(), STDERR_FILENO) < 0)
      _exit(int(Outcome::NotDone));
    exit(Call());
  }
  if (Child < 0) {
    std::string Why = std::error_code(errno, std::generic_category()).message();
    return writeDocument(sarifDocument((ErrorPrefix + "cannot start a process: " + Why).str(), int(Outcome::NotDone)),
                         int(Outcome::NotDone));
  }
  int Status = 0;
  while (waitpid(Child, &Status, 0) < 0 && errno == EINTR)
    ;
  std::string Output;
  if (Expected<Bytes> Content = Errors.read())
    Output.assign(Content->begin(), Content->end());
  else
    Output = (ErrorPrefix + toString(Content.takeError())).str();
  int Code = codeOf(Status, Output);
  return writeDocument(sarifDocument(Output, Code), Code);
}

} // namespace bpf
