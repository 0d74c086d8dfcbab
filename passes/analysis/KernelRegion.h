// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Regions of a program that one call begins and another ends: with a lock held, with preemption or interrupts disabled,
// and those in which RCU protects what the program reads.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_KERNELREGION_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_KERNELREGION_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace llvm {
class CallBase;
class Function;
class Instruction;
class Value;
} // namespace llvm

namespace bpf {

struct KernelRegion {
  llvm::StringLiteral Begin, End; ///< the calls
  bool Nests;                     ///< it may begin again before it ended
  bool IsLock;                    ///< helpers cannot be called in it: do_check()
};

/// Of a lock that may fail to be taken (bpf_res_spin_lock) there is no row: which path holds it depends on a test.
llvm::ArrayRef<KernelRegion> kernelRegions();

/// What the code of a module does to the number of regions of one kind that are open. Made once for a module, which
/// must not change meanwhile.
class RegionDepth {
public:
  explicit RegionDepth(const KernelRegion &Region) : Region(Region) {}

  /// How many more are open after the instruction than before it, functions of the program included. Nothing where that
  /// depends on the path, or where the code is unknown.
  std::optional<int> change(const llvm::Instruction &I);

private:
  std::optional<int> of(const llvm::CallBase &Call);
  bool isNeutral(const llvm::Value &Callback);
  std::optional<int> through(const llvm::Function &F);
  std::optional<int> compute(const llvm::Function &F);

  const KernelRegion &Region;
  llvm::DenseMap<const llvm::Function *, std::optional<int>> Known;
};

} // namespace bpf

#endif
