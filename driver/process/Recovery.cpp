// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// LLVM's CrashRecoveryContext jumps out of the work; our fatal-error handler brings the reason.
#include "driver/process/Recovery.h"
#include "driver/process/PrintError.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"
#include <csignal>
#include <cstring>
#include <pthread.h>
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

/// How near to the end of the stack an address is that was not there. A frame may be larger than a page.
static constexpr uintptr_t NearEnd = 1 << 18;

static uintptr_t EndOfStack; ///< its lowest address; 0 where it is not known
static volatile sig_atomic_t StackIsFull;
static struct sigaction OfLLVM;

/// A handler for an exhausted stack needs another one: LLVM's handler would fault at once.
static void onSegmentationFault(int Signal, siginfo_t *Fault, void *) {
  auto Address = reinterpret_cast<uintptr_t>(Fault->si_addr);
  StackIsFull = EndOfStack && Address + NearEnd > EndOfStack && Address < EndOfStack + NearEnd;
  OfLLVM.sa_handler(Signal);
}

static uintptr_t endOfStack() {
  pthread_attr_t Attributes;
  void *Lowest = nullptr;
  size_t Bytes = 0;
  if (pthread_getattr_np(pthread_self(), &Attributes) != 0)
    return 0;
  pthread_attr_getstack(&Attributes, &Lowest, &Bytes);
  pthread_attr_destroy(&Attributes);
  return reinterpret_cast<uintptr_t>(Lowest);
}

static void watchStack() {
  static char Spare[1 << 16];
  stack_t Other = {};
  Other.ss_sp = Spare;
  Other.ss_size = sizeof(Spare);
  struct sigaction Action = {};
  Action.sa_sigaction = onSegmentationFault;
  Action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  if (sigaltstack(&Other, nullptr) != 0 || sigaction(SIGSEGV, &Action, &OfLLVM) != 0)
    return;
  EndOfStack = endOfStack();
}

Recovery::Recovery() {
  CrashRecoveryContext::Enable();
  watchStack();
  install_fatal_error_handler(onFatalError, &Reason);
}

Recovery::~Recovery() {
  remove_fatal_error_handler();
  CrashRecoveryContext::Disable();
}

bool Recovery::ranOutOfStack() const { return StackIsFull; }

std::optional<std::string> Recovery::run(function_ref<void()> Work) {
  CrashRecoveryContext Context;
  Reason.clear();
  StackIsFull = 0;
  if (Context.RunSafely(Work))
    return std::nullopt;
  if (!Reason.empty())
    return std::move(Reason);
  if (StackIsFull)
    return "it is nested too deeply: the stack has no room left";
  // RetCode is 128 plus the signal's number.
  const char *Signal = strsignal(Context.RetCode - 128);
  return Signal ? Signal : "unknown failure";
}

} // namespace bpf
