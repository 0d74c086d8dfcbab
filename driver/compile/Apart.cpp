// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// fork(), with files in memory for the bytes and the messages, the exit code for the rest, and a pipe that closes at
// the end.
#include "driver/compile/Apart.h"
#include "driver/process/PrintError.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace bpf {

/// Flags in the exit code: there are bytes, and they are an object; the lower bits are the Outcome of a compile.
static constexpr int HasResult = 16, IsObject = 32;

static std::string lastError() { return std::error_code(errno, std::generic_category()).message(); }

static JobResult notDone(const Twine &Why) {
  printError(Why);
  JobResult Nothing;
  Nothing.Status = Outcome::NotDone;
  return Nothing;
}

/// The child's life.
[[noreturn]] static void workAsChild(function_ref<JobResult()> Work, MemoryFile &Result) {
  JobResult Made = Work();
  outs().flush();
  if (Made.Result)
    if (Error E = Result.write(*Made.Result)) {
      printError(toString(std::move(E)));
      _exit(int(Outcome::NotDone));
    }
  errs().clear_error();
  _exit(int(Made.Status) | (Made.Result ? HasResult : 0) | (Made.IsObject ? IsObject : 0));
}

Apart::Apart(function_ref<JobResult()> Work) {
  int Pipe[2];
  if (Result.descriptor() < 0 || Output.descriptor() < 0 || Errors.descriptor() < 0 || pipe2(Pipe, O_CLOEXEC) != 0) {
    Why = lastError();
    return;
  }
  End = Pipe[0];
  outs().flush();
  pid_t Parent = getpid();
  Child = fork();
  if (Child == 0) {
    // Its result would not be read.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != Parent || dup2(Output.descriptor(), STDOUT_FILENO) < 0 ||
        dup2(Errors.descriptor(), STDERR_FILENO) < 0)
      _exit(int(Outcome::NotDone));
    workAsChild(Work, Result);
  }
  if (Child < 0)
    Why = lastError();
  close(Pipe[1]);
}

Apart::~Apart() {
  if (End >= 0)
    close(End);
}

bool Apart::hasEnded() const {
  pollfd Asked = {End, POLLIN, 0};
  return Child < 0 || poll(&Asked, 1, 0) != 0;
}

/// What the child wrote, to where this process writes.
static void print(const MemoryFile &Words, raw_ostream &Out) {
  Expected<Bytes> Content = Words.read();
  if (!Content)
    return consumeError(Content.takeError());
  Out << StringRef(Content->data(), Content->size());
  Out.flush();
}

JobResult Apart::take() {
  if (Child < 0)
    return notDone("cannot start another process: " + Why);
  int Status = 0;
  while (waitpid(Child, &Status, 0) < 0 && errno == EINTR)
    ;
  print(Output, outs());
  print(Errors, errs());
  if (!WIFEXITED(Status))
    return notDone("a compile job was killed by a signal");
  JobResult Made;
  Made.Status = Outcome(WEXITSTATUS(Status) & ~(HasResult | IsObject));
  Made.IsObject = WEXITSTATUS(Status) & IsObject;
  if (!(WEXITSTATUS(Status) & HasResult))
    return Made;
  Expected<Bytes> Content = Result.read();
  if (!Content)
    return notDone(toString(Content.takeError()));
  Made.Result = std::move(*Content);
  return Made;
}

} // namespace bpf
