// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which transforms run on which function: those of the options, without those that an attribute of the function names:
//
//   __attribute__((annotate("bpf-no-one-register")))
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_TRANSFORMCHOICE_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_TRANSFORMCHOICE_H

#include "passes/Transform.h"
#include "llvm/ADT/DenseMap.h"

namespace llvm {
class Function;
class Module;
} // namespace llvm

namespace bpf {

class TransformChoice {
public:
  TransformChoice(const llvm::Module &M, const TransformSet &Enabled);

  /// The transforms that are on for that function.
  TransformSet of(const llvm::Function &F) const { return Chosen.lookup_or(&F, Enabled); }

  /// What attributes name and is no transform, without bpf-no-.
  llvm::ArrayRef<llvm::StringRef> unknown() const { return Unknown; }

private:
  TransformSet Enabled;
  llvm::DenseMap<const llvm::Function *, TransformSet> Chosen;
  std::vector<llvm::StringRef> Unknown;
};

} // namespace bpf

#endif
