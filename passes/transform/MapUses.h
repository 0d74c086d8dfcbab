// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The keys and values of a map in calls of helpers.
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

/// The type in which all calls with the map agree, if it has the size of the definition.
KeyAndValue typesByUse(const LegacyMap &Map);

/// The same type without const and volatile: a map has no constants.
llvm::DIType *withoutQualifiers(llvm::DIType *Type);

/// 0 for void.
uint64_t bytesOf(const llvm::DIType *Type);

} // namespace bpf

#endif
