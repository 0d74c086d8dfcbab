// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Holds back the signals that a user stops a process with while a file is incomplete.
#ifndef BPFTOOLCHAIN_SUPPORT_HELDSIGNALS_H
#define BPFTOOLCHAIN_SUPPORT_HELDSIGNALS_H

namespace bpf {

/// While one lives, in whatever thread, SIGHUP, SIGINT, SIGQUIT and SIGTERM are remembered and do nothing; the
/// destructor of the last one raises the signal that came.
class HeldSignals {
public:
  HeldSignals();
  HeldSignals(const HeldSignals &) = delete;
  HeldSignals &operator=(const HeldSignals &) = delete;
  ~HeldSignals();

  /// True where a signal waits that the process did not ignore before.
  bool came() const;
};

} // namespace bpf

#endif
