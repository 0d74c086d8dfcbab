// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Maps in .maps that the kernel does not make, or the loader does not read, as they are defined.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_IMPOSSIBLEMAP_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_IMPOSSIBLEMAP_H

#include "passes/Check.h"
#include "passes/target/Target.h"

namespace llvm {
class DIDerivedType;
class GlobalVariable;
} // namespace llvm

namespace bpf {

/// Receives what a definition omits, with the first member of its struct, by which a map and the maps in another one
/// can be known to be of the same.
using ReportOmission = llvm::function_ref<void(const llvm::DIDerivedType *First, bool IsInner, Finding)>;

/// Reports what is wrong with a definition, at the member; nothing for a map without a description.
/// \param Omitted receives what is missing and may be set by the program that loads the object.
void checkImpossibleMap(const llvm::GlobalVariable &Variable, const Target &T, Report R, ReportOmission Omitted);

} // namespace bpf

#endif
