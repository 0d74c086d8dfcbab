// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What a program does with a pointer that the kernel gave it and that may be NULL.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_MAYBENULL_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_MAYBENULL_H

#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace llvm {
class CallBase;
class ICmpInst;
class Instruction;
class Use;
class Value;
} // namespace llvm

namespace bpf {

class MaybeNull {
public:
  /// \param Call one whose result may be NULL.
  explicit MaybeNull(const llvm::CallBase &Call);

  const llvm::CallBase &call() const { return Call; }

  /// Instructions that need a pointer which is not NULL: they read or write through it, or pass it to a function of the
  /// kernel that wants one. In no order. Empty where the pointer goes to a place in which it was not followed, such as
  /// a function, a callback or memory: a test may be there.
  llvm::ArrayRef<const llvm::Instruction *> uses() const { return Uses; }

  /// Whether a condition says that the pointer is NULL: true or false if its truth says so, nothing for another one.
  std::optional<bool> isNullIf(const llvm::Value &Condition) const;

  /// The tests of the pointer. In no order.
  llvm::ArrayRef<const llvm::ICmpInst *> tests() const { return Tests; }

private:
  void follow(const llvm::Value &Pointer, bool IsWhole);
  bool use(const llvm::Use &Each, bool IsWhole);
  bool pass(const llvm::CallBase &To, const llvm::Use &Each, bool IsWhole);

  const llvm::CallBase &Call;
  llvm::SmallVector<const llvm::Instruction *> Uses;
  llvm::SmallVector<const llvm::ICmpInst *> Tests;
  bool Escapes = false;
};

} // namespace bpf

#endif
