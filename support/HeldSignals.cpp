// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A process has one action for a signal, whatever thread it reaches: this is why there is state here. A mask would be
// of one thread only, and the kernel would find another one to end the process by.
#include "support/HeldSignals.h"
#include <atomic>
#include <csignal>
#include <iterator>
#include <mutex>

namespace bpf {

static constexpr int Signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};

static std::mutex Changing;
static unsigned Living;
static struct sigaction Before[std::size(Signals)];
static std::atomic<int> Came;

static void remember(int Signal) { Came = Signal; }

HeldSignals::HeldSignals() {
  std::lock_guard Alone(Changing);
  if (Living++)
    return;
  struct sigaction Hold = {};
  Hold.sa_handler = remember;
  Hold.sa_flags = SA_RESTART;
  for (size_t Each = 0; Each < std::size(Signals); ++Each) {
    sigaction(Signals[Each], nullptr, &Before[Each]);
    // What nohup and shells have turned off stays off.
    if (Before[Each].sa_handler != SIG_IGN)
      sigaction(Signals[Each], &Hold, nullptr);
  }
}

bool HeldSignals::came() const { return Came != 0; }

HeldSignals::~HeldSignals() {
  std::lock_guard Alone(Changing);
  if (--Living)
    return;
  for (size_t Each = 0; Each < std::size(Signals); ++Each)
    sigaction(Signals[Each], &Before[Each], nullptr);
  if (int Signal = Came.exchange(0))
    std::raise(Signal);
}

} // namespace bpf
