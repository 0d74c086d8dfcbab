// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The maps in a map of maps, which old definitions refer to by numbers.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_INNERMAPS_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_INNERMAPS_H

#include "passes/analysis/LegacyMap.h"
#include "passes/transform/MapDeclaration.h"

namespace bpf {

bool holdsMaps(const LegacyMap &Map);

/// Adds what every BTF map has, except its sizes or types.
void addNumbers(const LegacyMap &Map, MapDeclaration &To);
void addSizes(const LegacyMap &Map, MapDeclaration &To);

/// Adds the maps that Map holds, and what they look like. \returns false after a Finding where the numbers do not fit.
bool addInnerMaps(const LegacyMap &Map, llvm::ArrayRef<LegacyMap> All, llvm::Module &M, MapDeclaration &To, Report R);

} // namespace bpf

#endif
