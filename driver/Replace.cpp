// LLVM has this too, in OnDiskOutputBackend and TempFile: both leave the temporary file where the disk is full, copy
// over the old file where rename() fails, and remove the new one at a signal that the caller ignores (nohup).
#include "driver/Replace.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;

namespace bpf {

namespace {

/// While it lives, the signals that end a process wait.
class SignalsHeld {
public:
  SignalsHeld() {
    sigset_t Held;
    sigemptyset(&Held);
    for (int Signal : Ending)
      sigaddset(&Held, Signal);
    sigprocmask(SIG_BLOCK, &Held, &Before);
  }
  ~SignalsHeld() { sigprocmask(SIG_SETMASK, &Before, nullptr); }

  /// True where one came that will end the process.
  bool oneWaits() const {
    sigset_t Waiting;
    sigpending(&Waiting);
    for (int Signal : Ending) {
      struct sigaction Action;
      sigaction(Signal, nullptr, &Action);
      // Linux keeps even a signal that is ignored for as long as it is held.
      if (sigismember(&Waiting, Signal) && !sigismember(&Before, Signal) && Action.sa_handler != SIG_IGN)
        return true;
    }
    return false;
  }

private:
  static constexpr int Ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
  sigset_t Before;
};

} // namespace

static std::error_code write(int Descriptor, StringRef Bytes) {
  raw_fd_ostream Out(Descriptor, /*shouldClose=*/true, /*unbuffered=*/true);
  Out << Bytes;
  Out.close();
  std::error_code Code = Out.error();
  Out.clear_error();
  return Code;
}

/// Before there is anything in the new file that not everybody may read.
static std::error_code takeAttributes(int New, const Twine &OfPath) {
  struct stat Old;
  if (stat(OfPath.str().c_str(), &Old) == 0) {
    bool IsGiven = fchown(New, Old.st_uid, Old.st_gid) == 0;
    // Rights for another owner, or another group, are not theirs.
    mode_t Kept = IsGiven ? 07777 : 0777;
    if (fchmod(New, Old.st_mode & Kept) == 0)
      return {};
  }
  return std::error_code(errno, std::generic_category());
}

/// The old file has a second name until it is known that no signal ends the call.
static std::error_code takePlace(StringRef New, StringRef Path, const SignalsHeld &Held) {
  std::string Old = (New + ".old").str();
  bool Replaces = sys::fs::exists(Path);
  bool IsKept = Replaces && !sys::fs::create_hard_link(Path, Old);
  std::error_code Code = sys::fs::rename(New, Path);
  if (!Code && Held.oneWaits()) {
    if (IsKept)
      return sys::fs::rename(Old, Path);
    if (!Replaces)
      return sys::fs::remove(Path);
  }
  if (IsKept)
    sys::fs::remove(Old);
  return Code;
}

Error replaceFile(StringRef Path, StringRef Bytes, Attributes Whose) {
  SignalsHeld Held;
  // A directory may be written where a file in it may not.
  if (sys::fs::exists(Path))
    if (std::error_code Code = sys::fs::access(Path, sys::fs::AccessMode::Write))
      return createFileError(Path, Code);
  int Descriptor = -1;
  SmallString<128> New;
  if (std::error_code Code = sys::fs::createUniqueFile(Path + "-%%%%%%%%.tmp", Descriptor, New))
    return createFileError(Path, Code);
  std::error_code Code = Whose == Attributes::OfOldFile ? takeAttributes(Descriptor, Path) : std::error_code();
  if (std::error_code Written = write(Descriptor, Code ? "" : Bytes); !Code)
    Code = Written;
  if (!Code)
    Code = takePlace(New, Path, Held);
  if (!Code)
    return Error::success();
  sys::fs::remove(New);
  return createFileError(Path, Code);
}

} // namespace bpf
