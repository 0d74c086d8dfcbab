// LLVM's CrashRecoveryContext jumps out of the work; our fatal-error handler brings the reason.
#include "driver/process/Recovery.h"
#include "driver/process/PrintError.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"
#include <cstring>
#include <unistd.h>

using namespace llvm;

namespace bpf {

static void onFatalError(void *Reason, const char *Message, bool) {
  if (CrashRecoveryContext *Current = CrashRecoveryContext::GetCurrent()) {
    *static_cast<std::string *>(Reason) = Message;
    Current->HandleExit(70);
  }
  printError(Message);
  _exit(2);
}

Recovery::Recovery() {
  CrashRecoveryContext::Enable();
  install_fatal_error_handler(onFatalError, &Reason);
}

Recovery::~Recovery() {
  remove_fatal_error_handler();
  CrashRecoveryContext::Disable();
}

std::optional<std::string> Recovery::run(function_ref<void()> Work) {
  CrashRecoveryContext Context;
  Reason.clear();
  if (Context.RunSafely(Work))
    return std::nullopt;
  if (!Reason.empty())
    return std::move(Reason);
  // RetCode is 128 plus the signal's number.
  const char *Signal = strsignal(Context.RetCode - 128);
  return Signal ? Signal : "unknown failure";
}

} // namespace bpf
