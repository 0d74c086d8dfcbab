// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a program does with a pointer that a function of the kernel gave it.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_KERNELPOINTERUSES_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_KERNELPOINTERUSES_H

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace llvm {
class CallBase;
class ICmpInst;
class Instruction;
class PHINode;
class Use;
class Value;
} // namespace llvm

namespace bpf {

/// Whether a pointer is followed to where it is joined with NULL: past an early return of an inlined function.
enum class JoinedPointer { Escapes, IsFollowed };

class KernelPointerUses {
public:
  /// \param Call one whose result is a pointer.
  /// \param Joined IsFollowed only for who walks along paths from the call.
  explicit KernelPointerUses(const llvm::CallBase &Call, JoinedPointer Joined = JoinedPointer::Escapes);

  /// \param Choice one that is the result of one of several such calls.
  KernelPointerUses(const llvm::PHINode &Choice, const llvm::CallBase &Call);

  const llvm::CallBase &call() const { return Call; }

  /// Instructions that need a pointer which is not NULL: they read or write through it, or pass it to a function of the
  /// kernel that wants one. In no order. Empty where the pointer goes to a place in which it was not followed, such as
  /// a function, a callback or memory: a test may be there.
  llvm::ArrayRef<const llvm::Instruction *> uses() const { return Uses; }

  /// Whether a condition says that the pointer is NULL: true or false if its truth says so, nothing for another one.
  std::optional<bool> isNullIf(const llvm::Value &Condition) const;

  /// Calls that give the pointer back: after one of them the program may no longer use it. In no order.
  llvm::ArrayRef<const llvm::CallBase *> releases() const { return Releases; }

  /// True where the pointer goes to a place in which it was not followed; uses() and releases() are empty then.
  bool escapes() const { return Escapes; }
  /// True where the function returns it.
  bool isReturned() const { return IsReturned; }

  /// The tests of the pointer. In no order.
  llvm::ArrayRef<const llvm::ICmpInst *> tests() const { return Tests; }

private:
  void followAll(const llvm::Value &Pointer);
  void follow(const llvm::Value &Pointer, bool IsWhole);
  bool use(const llvm::Use &Each, bool IsWhole);
  bool pass(const llvm::CallBase &To, const llvm::Use &Each, bool IsWhole);
  bool cast(const llvm::CallBase &To);
  bool join(const llvm::PHINode &With, bool IsWhole);

  const llvm::CallBase &Call;
  JoinedPointer Joined;
  llvm::SmallPtrSet<const llvm::PHINode *, 4> Joins;
  llvm::SmallVector<const llvm::Instruction *> Uses;
  llvm::SmallVector<const llvm::ICmpInst *> Tests;
  llvm::SmallVector<const llvm::CallBase *> Releases;
  bool Escapes = false;
  bool IsReturned = false;
};

} // namespace bpf

#endif
