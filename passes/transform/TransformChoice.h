// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Which transforms run on which function: those of the options, without those that an attribute of the function names,
// and none with optnone:
//
//   __attribute__((annotate("bpf-no-one-register")))
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_TRANSFORMCHOICE_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_TRANSFORMCHOICE_H

#include "passes/Transform.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/IR/Function.h"

namespace bpf {

class TransformChoice {
public:
  TransformChoice(const llvm::Module &M, const TransformSet &Enabled);

  /// The transforms that are on for the function of that name: code is generated from a copy of the module too.
  TransformSet of(const llvm::Function &F) const {
    auto Found = Chosen.find(F.getName());
    return Found == Chosen.end() ? Enabled : Found->second;
  }

  /// What attributes name and is no transform, without bpf-no-.
  llvm::ArrayRef<llvm::StringRef> unknown() const { return Unknown; }

private:
  TransformSet Enabled;
  llvm::StringMap<TransformSet> Chosen;
  std::vector<llvm::StringRef> Unknown;
};

} // namespace bpf

#endif
