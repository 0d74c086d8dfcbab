// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A dynptr or an iterator: functions of the kernel keep it on the stack of the program, which only hands out its
// address.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_STACKOBJECT_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_STACKOBJECT_H

#include "llvm/ADT/SmallVector.h"

namespace llvm {
class AllocaInst;
class CallBase;
} // namespace llvm

namespace bpf {

class StackObject {
public:
  explicit StackObject(const llvm::AllocaInst &Variable);

  const llvm::AllocaInst &variable() const { return *Variable; }

  /// False for any other variable, and where the address goes to a place in which it was not followed: a function of
  /// the program, a callback, memory. The lists are empty then.
  bool isKnown() const { return IsKnown; }

  /// Calls that make the object. In no order, as the others.
  llvm::ArrayRef<const llvm::CallBase *> makers() const { return Makers; }
  /// ... of them those that have to be followed by an end on each path.
  llvm::ArrayRef<const llvm::CallBase *> begins() const { return Begins; }
  /// Calls that end it.
  llvm::ArrayRef<const llvm::CallBase *> ends() const { return Ends; }
  /// Calls that use it, and do neither.
  llvm::ArrayRef<const llvm::CallBase *> uses() const { return Uses; }
  /// True where another dynptr is made of this one: it lives as long as the other.
  bool isCloned() const { return IsCloned; }

private:
  bool pass(const llvm::CallBase &Call, unsigned Index);

  const llvm::AllocaInst *Variable;
  llvm::SmallVector<const llvm::CallBase *, 4> Makers, Begins, Ends, Uses;
  bool IsKnown = true, IsCloned = false;
};

} // namespace bpf

#endif
