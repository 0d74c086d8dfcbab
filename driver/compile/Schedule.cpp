// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A window over the works: its end moves when a child is started, its begin when the oldest has ended.
#include "driver/compile/Schedule.h"
#include "driver/compile/Apart.h"
#include "llvm/ADT/STLExtras.h"
#include <poll.h>

using namespace llvm;

namespace bpf {

/// Children that ended early wait for those before them, each with four open files.
static constexpr size_t MostWaiting = 32;

namespace {

class Window {
public:
  Window(ArrayRef<Work> Works, unsigned Parallel, function_ref<bool(size_t, JobResult)> Consume)
      : Works(Works), Parallel(Parallel), Consume(Consume), Children(Works.size()), Good(Works.size()) {}

  void run() {
    while (Begin != Works.size()) {
      while (mayStart())
        start();
      if (!Children[Begin])
        ++Begin;
      else if (Children[Begin]->hasEnded())
        take();
      else
        wait();
    }
  }

private:
  size_t running() const {
    return count_if(ArrayRef(Children).slice(Begin, End - Begin),
                    [](const std::optional<Apart> &Each) { return Each && !Each->hasEnded(); });
  }

  bool mayStart() const {
    return End != Works.size() && (!Works[End].Needs || *Works[End].Needs < Begin) &&
           End - Begin < Parallel + MostWaiting && running() < Parallel;
  }

  void start() {
    if (!Works[End].Needs || Good[*Works[End].Needs])
      Children[End].emplace(Works[End].Do);
    ++End;
  }

  void take() {
    Good[Begin] = Consume(Begin, Children[Begin]->take());
    Children[Begin].reset();
    ++Begin;
  }

  /// Sleeps until one that runs has ended.
  void wait() const {
    SmallVector<pollfd> Ends;
    for (const std::optional<Apart> &Each : ArrayRef(Children).slice(Begin, End - Begin))
      if (Each && !Each->hasEnded())
        Ends.push_back({Each->end(), POLLIN, 0});
    poll(Ends.data(), Ends.size(), -1);
  }

  ArrayRef<Work> Works;
  unsigned Parallel;
  function_ref<bool(size_t, JobResult)> Consume;
  std::vector<std::optional<Apart>> Children; ///< of the works between Begin and End that were not left out
  std::vector<bool> Good;
  size_t Begin = 0, End = 0;
};

} // namespace

void runInOrder(ArrayRef<Work> Works, unsigned Parallel, function_ref<bool(size_t, JobResult)> Consume) {
  Window(Works, Parallel, Consume).run();
}

} // namespace bpf
