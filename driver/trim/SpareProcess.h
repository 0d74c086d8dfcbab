// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A copy of this process that goes on in its place where what it tried did not work out.
//
// A compile cannot be tried twice in one process: LLVM's BPF backend keeps the globals of CO-RE relocations in a table
// for the life of the process (BPFAbstractMemberAccess), and a second module would get those of the first.
#ifndef BPFTOOLCHAIN_DRIVER_TRIM_SPAREPROCESS_H
#define BPFTOOLCHAIN_DRIVER_TRIM_SPAREPROCESS_H

#include <sys/types.h>

namespace bpf::trim {

class SpareProcess {
public:
  enum class Role { Original, Spare, None };

  SpareProcess() = default;
  ~SpareProcess() { release(); }
  SpareProcess(const SpareProcess &) = delete;
  SpareProcess &operator=(const SpareProcess &) = delete;

  /// Makes the copy. \returns Original at once; Spare in the copy, when takeOver() was called in the original; None
  /// where no process can be started.
  Role start();

  /// The copy goes on from start(); this process waits, and ends as the copy does. Nothing may have been written since
  /// start().
  [[noreturn]] void takeOver();

  /// The copy ends; nothing where there is none.
  void release();

private:
  void waitForEnd(int &Status) const;

  pid_t Copy = -1;
  int Go = -1; ///< written to by takeOver(), closed by release()
};

} // namespace bpf::trim

#endif
