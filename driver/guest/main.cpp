// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The only program of a machine that bpfcc boots to ask another kernel than the running one. The kernel unpacks it as
// /init, beside the /request; it does what a boot loader and an init would have done, loads every program as bpfcc
// itself does on the running kernel, and writes the verdicts to the second serial line.
#include "driver/load/Capabilities.h"
#include "driver/load/Record.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace llvm;
using namespace bpf;

/// Nobody reads on if it cannot be written: the machine ends, and with it the wait.
static void send(const Record &Sent) {
  std::string Text = write(Sent);
  for (StringRef Rest = Text; !Rest.empty();) {
    ssize_t Count = ::write(STDOUT_FILENO, Rest.data(), Rest.size());
    if (Count < 0)
      _exit(2);
    Rest = Rest.drop_front(Count);
  }
}

/// As much as the running kernel would be asked for first (LogSizes in AskKernel.cpp), from the begin of a line: the
/// line is slow.
static void shorten(std::string &Log) {
  constexpr size_t Most = 1 << 20;
  if (Log.size() <= Most)
    return;
  Log.erase(0, Log.size() - Most);
  Log.erase(0, Log.find('\n') + 1);
}

static void askAbout(const BootRequest &Request, size_t Number) {
  TargetRequest Loader;
  Loader.Capabilities = Request.Capabilities;
  Expected<Target> T = Target::resolve(Loader);
  if (!T)
    return send({answer::Unopened, {utostr(Number), toString(T.takeError())}});
  LoaderCapabilities Held(*T);
  Error Unopened = askKernel(Request.Objects[Number], Request.Load, [&](Verdict V) {
    if (Request.Load.Log == LogPart::End)
      shorten(V.Log);
    send(recordOf(Number, V));
  });
  if (Unopened)
    return send({answer::Unopened, {utostr(Number), toString(std::move(Unopened))}});
  send({answer::Answered, {utostr(Number)}});
}

/// In a process of its own: libbpf may crash on an odd object.
static void askApart(const BootRequest &Request, size_t Number) {
  pid_t Child = fork();
  if (Child == 0) {
    askAbout(Request, Number);
    _exit(0);
  }
  int Status = 0;
  if (Child < 0 || waitpid(Child, &Status, 0) < 0 || Status)
    send({answer::Crashed, {utostr(Number)}});
}

static void askAll() {
  utsname Kernel = {};
  uname(&Kernel);
  send({answer::Release, {Kernel.release}});
  ErrorOr<std::unique_ptr<MemoryBuffer>> Text = MemoryBuffer::getFile("/request");
  if (!Text)
    return send({answer::Failed, {Text.getError().message()}});
  Expected<BootRequest> Request = readRequest((*Text)->getBuffer().str());
  if (!Request)
    return send({answer::Failed, {toString(Request.takeError())}});
  for (size_t Number : seq(Request->Objects.size()))
    askApart(*Request, Number);
  send({answer::Done, {}});
}

static void mountAt(const char *Folder, const char *Type) {
  mkdir(Folder, 0755);
  mount(Type, Folder, Type, 0, nullptr);
}

/// What libbpf and the lists of attach targets look for. libbpf reads CONFIG_ variables in /boot.
static void prepareFiles() {
  mountAt("/dev", "devtmpfs");
  mountAt("/proc", "proc");
  mountAt("/sys", "sysfs");
  mountAt("/sys/fs/bpf", "bpf");
  mountAt("/sys/kernel/debug", "debugfs");
  mountAt("/sys/kernel/tracing", "tracefs");
  utsname Kernel = {};
  uname(&Kernel);
  mkdir("/boot", 0755);
  rename("/config", (std::string("/boot/config-") + Kernel.release).c_str());
}

/// The second serial line becomes the standard output, and carries bytes as they are. \returns false if the kernel has
/// none.
static bool openLine() {
  int Line = open("/dev/ttyS1", O_WRONLY | O_NOCTTY);
  termios Settings;
  if (Line < 0 || tcgetattr(Line, &Settings))
    return false;
  cfmakeraw(&Settings);
  tcsetattr(Line, TCSANOW, &Settings);
  return dup2(Line, STDOUT_FILENO) >= 0;
}

int main() {
  if (getpid() != 1) {
    fputs("verify-guest is the init of the machines that bpfcc --verify=X.Y boots, and does nothing elsewhere\n",
          stderr);
    return 1;
  }
  prepareFiles();
  if (!openLine())
    perror("bpfcc: /dev/ttyS1");
  else
    askAll();
  tcdrain(STDOUT_FILENO);
  return reboot(RB_AUTOBOOT);
}
