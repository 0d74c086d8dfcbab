// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Files are in memory, and given to qemu by their descriptors: whatever ends this process, nothing is left.
#include "driver/boot/Machine.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Program.h"
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace bpf {

static std::error_code lastError() { return {errno, std::generic_category()}; }

bool mayUseKvm() { return access("/dev/kvm", R_OK | W_OK) == 0; }

std::string findQemu() {
  ErrorOr<std::string> Found = sys::findProgramByName("qemu-system-x86_64");
  return Found ? *Found : "";
}

/// The command line, for files that the child has under the same numbers.
static std::vector<std::string> commandLine(StringRef Qemu, Acceleration How, StringRef Image,
                                            const MemoryFile &Archive, const MemoryFile &Console) {
  std::vector<std::string> Words = {Qemu.str(), "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot",
                                    "-m",       "1G"};
  // An emulated machine's time is that of the instructions that it executed: by the clock of a busy host a kernel finds
  // its timers broken.
  if (How == Acceleration::Kvm)
    append_range(Words, std::initializer_list<std::string>{"-accel", "kvm", "-cpu", "host"});
  else
    append_range(Words,
                 std::initializer_list<std::string>{"-accel", "tcg", "-cpu", "max", "-icount", "shift=1,sleep=off"});
  // A kernel that gives up restarts at once, which ends the machine.
  append_range(Words, std::initializer_list<std::string>{"-kernel", Image.str(), "-initrd", Archive.path(), "-append",
                                                         "console=ttyS0 quiet panic=-1 oops=panic no_timer_check",
                                                         "-serial", "file:" + Console.path(), "-chardev",
                                                         "stdio,id=line,signal=off", "-serial", "chardev:line"});
  return Words;
}

/// In the child.
[[noreturn]] static void execute(const std::vector<std::string> &Words, pid_t Parent, int Line, int Errors,
                                 ArrayRef<int> Kept) {
  std::vector<char *> Pointers;
  for (const std::string &Each : Words)
    Pointers.push_back(const_cast<char *>(Each.c_str()));
  Pointers.push_back(nullptr);
  // Dies with the parent, and not by the keys of its terminal: then the parent says what it has.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setpgid(0, 0);
  int Nothing = open("/dev/null", O_RDONLY);
  for (int Each : Kept)
    fcntl(Each, F_SETFD, 0);
  if (getppid() == Parent && dup2(Nothing, STDIN_FILENO) >= 0 && dup2(Line, STDOUT_FILENO) >= 0 &&
      dup2(Errors, STDERR_FILENO) >= 0)
    execv(Pointers[0], Pointers.data());
  _exit(127);
}

Machine::Machine() : Console(std::make_unique<MemoryFile>()), Errors(std::make_unique<MemoryFile>()) {}

Machine::Machine(Machine &&Other) noexcept
    : Console(std::move(Other.Console)), Errors(std::move(Other.Errors)), Process(std::exchange(Other.Process, -1)),
      Line(std::exchange(Other.Line, -1)) {}

Expected<Machine> Machine::start(StringRef Qemu, Acceleration How, StringRef Image, MemoryFile &Archive) {
  Machine Started;
  int Pipe[2];
  if (Started.Console->descriptor() < 0 || Started.Errors->descriptor() < 0 || pipe2(Pipe, O_CLOEXEC))
    return createFileError(Qemu, lastError());
  std::vector<std::string> Words = commandLine(Qemu, How, Image, Archive, *Started.Console);
  pid_t Parent = getpid();
  Started.Line = Pipe[0];
  Started.Process = fork();
  if (Started.Process == 0)
    execute(Words, Parent, Pipe[1], Started.Errors->descriptor(),
            {Archive.descriptor(), Started.Console->descriptor()});
  Error Failure = Started.Process < 0 ? createFileError(Qemu, lastError()) : Error::success();
  close(Pipe[1]);
  if (Failure)
    return Failure;
  // Also here, so that it is done whoever runs first.
  setpgid(Started.Process, Started.Process);
  return Started;
}

bool Machine::read(std::string &Text, unsigned Seconds) {
  pollfd Waited = {Line, POLLIN, 0};
  int Ready = poll(&Waited, 1, int(Seconds) * 1000);
  while (Ready < 0 && errno == EINTR)
    Ready = poll(&Waited, 1, int(Seconds) * 1000);
  char Buffer[1 << 16];
  ssize_t Count = Ready > 0 ? ::read(Line, Buffer, sizeof(Buffer)) : 0;
  if (Count <= 0)
    return false;
  Text.append(Buffer, Count);
  return true;
}

static std::string lastLineOf(const MemoryFile &File) {
  Expected<Bytes> Content = File.read();
  if (!Content) {
    consumeError(Content.takeError());
    return "";
  }
  StringRef Text = StringRef(Content->data(), Content->size()).trim();
  return Text.substr(Text.rfind('\n') + 1).trim().str();
}

std::string Machine::end() {
  if (Process > 0) {
    kill(-Process, SIGKILL);
    while (waitpid(Process, nullptr, 0) < 0 && errno == EINTR)
      ;
    Process = -1;
  }
  std::string Words = lastLineOf(*Console);
  return Words.empty() ? lastLineOf(*Errors) : Words;
}

Machine::~Machine() {
  if (Console)
    end();
  if (Line >= 0)
    close(Line);
}

} // namespace bpf
