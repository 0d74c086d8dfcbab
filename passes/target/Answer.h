// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the releases that an object is for make of one thing in it: all accept it, some reject it, or all do. It is the
// one place that decides which of these is an error.
//
//     Answer Call = T.judge(callers(*Called, *Section));
//     if (Call.isRejected())
//       R({Call.isError() ? Severity::Rejected : Severity::Fragile, ..., "kernels " + Call.rejecting() + " reject
//       it"});
//
// With --kernel=X the object is for X and each later release up to the running one: what one of them rejects is an
// error. Without, it is for the releases from the first that could load it at all up to the running one: what all of
// them reject is an error, what some reject is a warning that names them.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_ANSWER_H
#define BPFTOOLCHAIN_PASSES_TARGET_ANSWER_H

#include "passes/target/Releases.h"

namespace bpf {

class Answer {
public:
  enum Kind { Accepted, RejectedBySome, RejectedByAll };

  /// \param Accepting the releases that accept the thing.
  /// \param Oldest the oldest release that the object is for, \param Newest the newest; a release at least.
  /// \param EachCounts true where it is an error that one of these rejects: each of them was named.
  Answer(Releases Accepting, KernelVersion Oldest, KernelVersion Newest, bool EachCounts);

  Kind kind() const { return Result; }
  bool isRejected() const { return Result != Accepted; }
  /// True if it should be an error (Severity::Rejected). In a program of SEC("?..."), which a loader leaves
  /// out on other kernels, it is a warning all the same.
  bool isError() const { return Result == RejectedByAll || (EachCounts && Result == RejectedBySome); }

  /// The releases that accept it, also outside of those that the object is for.
  Releases accepting() const { return Accepting; }
  /// Which releases reject it, for messages after "kernels": "before 5.18", "from 5.16 on", "of all releases". Where
  /// both older and newer ones do, the newer ones.
  std::string rejecting() const;

private:
  Releases Accepting;
  KernelVersion Oldest;
  KernelVersion Newest;
  Kind Result;
  bool EachCounts;
};

} // namespace bpf

#endif
