// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// fork(), and a pipe on which the copy waits: a byte is the word to go on, its end the word to end.
#include "driver/trim/SpareProcess.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bpf::trim {

/// \returns false where the other end was closed.
static bool waitForGo(int Descriptor) {
  char Byte;
  ssize_t Count;
  while ((Count = read(Descriptor, &Byte, 1)) < 0 && errno == EINTR)
    ;
  close(Descriptor);
  return Count == 1;
}

SpareProcess::Role SpareProcess::start() {
  int Pipe[2];
  if (pipe2(Pipe, O_CLOEXEC) != 0)
    return Role::None;
  // Else both would write what is still in the buffer.
  llvm::outs().flush();
  Copy = fork();
  if (Copy > 0)
    Go = Pipe[1];
  else
    close(Pipe[1]);
  if (Copy != 0) {
    close(Pipe[0]);
    return Copy > 0 ? Role::Original : Role::None;
  }
  // Temporary files are removed on this signal.
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (!waitForGo(Pipe[0]))
    _exit(0);
  return Role::Spare;
}

void SpareProcess::waitForEnd(int &Status) const {
  while (waitpid(Copy, &Status, 0) < 0 && errno == EINTR)
    ;
}

void SpareProcess::takeOver() {
  if (Go < 0)
    llvm::report_fatal_error("there is no process to take over");
  int Status = 0;
  while (write(Go, "", 1) < 0 && errno == EINTR)
    ;
  waitForEnd(Status);
  if (WIFEXITED(Status))
    _exit(WEXITSTATUS(Status));
  signal(WTERMSIG(Status), SIG_DFL);
  raise(WTERMSIG(Status));
  constexpr int EndedBySignal = 128;
  _exit(EndedBySignal + WTERMSIG(Status));
}

void SpareProcess::release() {
  if (Go < 0)
    return;
  int Status = 0;
  close(Go);
  Go = -1;
  waitForEnd(Status);
}

} // namespace bpf::trim
