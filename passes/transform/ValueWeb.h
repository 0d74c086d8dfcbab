// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The values that a value is chosen from: through phis, selects, minima and maxima, down to what is made by something
// else.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_VALUEWEB_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_VALUEWEB_H

#include "llvm/ADT/SetVector.h"
#include "llvm/IR/Instruction.h"
#include <optional>

namespace bpf {

struct ValueWeb {
  llvm::SmallSetVector<llvm::Instruction *, 8> Members; ///< phis, selects, minima and maxima
  llvm::SmallSetVector<llvm::Value *, 8> Leaves;        ///< what they choose from, without constants
};

/// The web that \p V is the end of: V alone if it is not chosen. Nothing where there are more than 24 members, each of
/// which a transform would make an instruction of.
std::optional<ValueWeb> webOf(llvm::Value *V);

/// The operands that a member of a web chooses from.
llvm::SmallVector<llvm::Use *, 4> choices(llvm::Instruction &Member);

} // namespace bpf

#endif
