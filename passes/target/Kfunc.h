// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The kernel's functions that programs may call by their name, kfuncs: the rows of Kfuncs.def. A kfunc is no promise:
// kernels change and drop them, so that each has its releases.
#ifndef BPFTOOLCHAIN_PASSES_TARGET_KFUNC_H
#define BPFTOOLCHAIN_PASSES_TARGET_KFUNC_H

#include "passes/target/CallRule.h"
#include "passes/target/ProgramTypeSet.h"
#include "passes/target/Releases.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace bpf {

struct ProgramSection;

struct Kfunc {
  llvm::StringRef Name;
  KernelVersion Since;
  ArgumentRules Arguments; ///< without those that the verifier fills in itself (KF_IMPLICIT_ARGS)
  ResultRule Result;
  unsigned Properties;
  ProgramTypeSet FirstHooks;

  /// An argument, counted from 0; of no kind where there is none.
  ArgumentRule argument(unsigned Index) const { return Index < Arguments.size() ? Arguments[Index] : ArgumentRule(); }
  /// The releases that have it.
  Releases releases() const;
  /// KF_SLEEPABLE: only programs that may sleep can call it.
  bool sleeps() const;
  /// True if packet pointers from before a call are stale after it.
  bool movesPacketData() const;
  /// bpf_iter_*_new(), _next() and _destroy(): what the first makes, the last has to end on each path.
  bool beginsIterator() const;
  bool stepsIterator() const;
  bool endsIterator() const;
  /// KF_RCU: accepts a pointer that only RCU protects, and no NULL in the place of a structure.
  bool acceptsRcuPointer() const;
  /// KF_RCU_PROTECTED: is to be called between bpf_rcu_read_lock() and _unlock() by programs that may sleep.
  bool needsRcu() const;
};

/// All of them, by name.
llvm::ArrayRef<Kfunc> kfuncs();

/// The kfunc of that name; nothing for one that the table does not know, of a module for example.
const Kfunc *findKfunc(llvm::StringRef Name);

/// The releases in which a program of that type may call it. Of EXT, whose kfuncs are those of the program that it
/// replaces a function of, those that have it.
Releases callers(const Kfunc &Called, ProgramTypeId Type);
/// ... and of that section, which determines whether it may sleep.
Releases callers(const Kfunc &Called, const ProgramSection &Section);

} // namespace bpf

#endif
