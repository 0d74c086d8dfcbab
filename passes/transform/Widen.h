// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Narrow values as one 64-bit value, which is tested and used: the common part of the transforms one-register and
// size-arguments.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_WIDEN_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_WIDEN_H

#include <functional>

namespace llvm {
class Function;
class Instruction;
class Use;
class Value;
} // namespace llvm

namespace bpf {

/// Which values to widen: those that are tested somewhere, and used in a manner that is asked for.
struct WidenRequest {
  /// True for a use of a narrow value that the verifier needs the range of.
  std::function<bool(const llvm::Use &)> NeedsRange;
  /// Asked before a value is widened, once for each.
  std::function<bool(const llvm::Instruction &)> MayWiden;
  /// The target has 32-bit registers, which are zero-extended.
  bool HasAlu32 = false;
  /// A part that is tested in a narrow form and used in a wide one is widened too.
  bool JoinsParts = false;
  /// Only what needs an instruction to be extended is widened, and a signed compare is a test too: of the lower half.
  bool KnownHalvesStay = false;
};

/// Makes of each such value, of the phis, selects, minima and maxima that it comes through, and of the other forms of
/// the same part of a value (see ValuePart.h) one 64-bit value, which compares and uses then have. What needs an
/// instruction to be extended is kept from code generation's sight, which would compare another part of the register
/// again.
void widenValues(llvm::Function &F, const WidenRequest &Request);

} // namespace bpf

#endif
