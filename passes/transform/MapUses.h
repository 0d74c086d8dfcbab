// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What the calls of helpers say of the keys and values of a map.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_MAPUSES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_MAPUSES_H

#include "passes/analysis/LegacyMap.h"

namespace llvm {
class DIType;
} // namespace llvm

namespace bpf {

/// Each is null where it is not known.
struct KeyAndValue {
  llvm::DIType *Key = nullptr;
  llvm::DIType *Value = nullptr;
};

/// What all calls that the map is given to agree in, where it has the size that the definition says.
KeyAndValue typesByUse(const LegacyMap &Map);

/// The same type without const and volatile: a map has no constants.
llvm::DIType *withoutQualifiers(llvm::DIType *Type);

/// 0 for void.
uint64_t bytesOf(const llvm::DIType *Type);

} // namespace bpf

#endif
