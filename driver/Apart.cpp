// fork(), with a file in memory for the bytes and the exit code for the rest.
#include "driver/Apart.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace bpf {

/// Set in the exit code where there are bytes; below it stands the Outcome.
static constexpr int HasResult = 16;

static JobResult notDone(const Twine &Why) {
  errs() << "bpfcc: error: " << Why << '\n';
  JobResult Nothing;
  Nothing.How = Outcome::NotDone;
  return Nothing;
}

[[noreturn]] static void workAsChild(function_ref<JobResult()> Work, int Descriptor) {
  JobResult Made = Work();
  outs().flush();
  if (Made.Result) {
    raw_fd_ostream Out(Descriptor, /*shouldClose=*/false);
    Out << StringRef(Made.Result->data(), Made.Result->size());
    Out.flush();
    if (Out.has_error()) {
      Out.clear_error();
      _exit(int(Outcome::NotDone));
    }
  }
  _exit(int(Made.How) | (Made.Result ? HasResult : 0));
}

JobResult runApart(function_ref<JobResult()> Work) {
  int Descriptor = memfd_create("job", MFD_CLOEXEC);
  outs().flush();
  pid_t Child = Descriptor < 0 ? -1 : fork();
  if (Child < 0)
    return notDone("no further process can be started: " + std::error_code(errno, std::generic_category()).message());
  if (Child == 0)
    workAsChild(Work, Descriptor);
  int Status = 0;
  while (waitpid(Child, &Status, 0) < 0 && errno == EINTR)
    ;
  JobResult Made;
  if (!WIFEXITED(Status)) {
    close(Descriptor);
    return notDone("a compile ended by a signal");
  }
  Made.How = Outcome(WEXITSTATUS(Status) & ~HasResult);
  if (WEXITSTATUS(Status) & HasResult)
    if (ErrorOr<std::unique_ptr<MemoryBuffer>> File =
            MemoryBuffer::getFile("/proc/self/fd/" + std::to_string(Descriptor)))
      Made.Result = Bytes((*File)->getBuffer().begin(), (*File)->getBuffer().end());
  close(Descriptor);
  return Made;
}

} // namespace bpf
