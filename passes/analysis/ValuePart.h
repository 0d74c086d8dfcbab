// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The low bits of a value, whichever instructions extract them: InstCombine writes one part of a value in several
// forms, each of which becomes a register of its own.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_VALUEPART_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_VALUEPART_H

#include <cstdint>
#include <optional>
#include <utility>

namespace llvm {
class Value;
}

namespace bpf {

struct ValuePart {
  llvm::Value *Whole = nullptr; ///< of 64 bits
  uint64_t Mask = 0;            ///< which bits of it

  bool operator==(const ValuePart &) const = default;
  bool operator<(const ValuePart &Other) const { return std::pair(Whole, Mask) < std::pair(Other.Whole, Other.Mask); }
};

/// What a narrow or zero-extended value is a part of: trunc X, X & mask, trunc X & mask. Nothing where it is no part of
/// a 64-bit value.
std::optional<ValuePart> partOf(llvm::Value *V);

} // namespace bpf

#endif
