// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Types for the keys and values of maps whose definitions have sizes alone, so that `bpftool map dump` prints members.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_KEYANDVALUETYPES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_KEYANDVALUETYPES_H

#include "passes/transform/MapUses.h"

namespace bpf {

/// Of BPF_ANNOTATE_KV_PAIR(NAME, ...), else what the uses of the map agree in. Neither for a type of map that the
/// kernel takes without, else both or neither: it takes no types of keys alone.
/// \param R gets an annotation that does not fit.
KeyAndValue typesOf(const LegacyMap &Map, llvm::Module &M, Report R);

/// Removes the variable of such an annotation, in a section that no loader knows.
void dropAnnotation(llvm::StringRef Map, llvm::Module &M);

} // namespace bpf

#endif
