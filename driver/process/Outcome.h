// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How a call, or a part of it, ended: the exit codes that CONTRIBUTING.md lists.
#ifndef BPFTOOLCHAIN_DRIVER_PROCESS_OUTCOME_H
#define BPFTOOLCHAIN_DRIVER_PROCESS_OUTCOME_H

namespace bpf {

enum class Outcome {
  Good = 0,
  WrongInput = 1, ///< what the user gave is wrong: a source, an option, a file
  NotDone = 2,    ///< bpfcc could not do its work or judge it: permission, disk, a failure within LLVM
  NotAsked = 77,  ///< done, but this machine's kernel gave no verdict; test drivers treat 77 as skipped
};

/// The worse of two, which is what both come to: a verdict that is missing is less than an error.
inline Outcome worse(Outcome A, Outcome B) {
  auto Rank = [](Outcome Result) { return Result == Outcome::NotAsked ? 1 : 2 * int(Result); };
  return Rank(A) < Rank(B) ? B : A;
}

} // namespace bpf

#endif
