// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The two structs that loaders read, member by member.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_LEGACYMEMBERS_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_LEGACYMEMBERS_H

#include "passes/analysis/LegacyMap.h"
#include "llvm/ADT/SmallVector.h"

namespace llvm {
class DICompositeType;
class DIDerivedType;
} // namespace llvm

namespace bpf {

struct LegacyMember {
  llvm::StringLiteral Name;
  uint32_t LegacyMap::*Number;
};

/// All members, in their order, each of 32 bits.
struct LegacyAbi {
  llvm::StringLiteral Tag;
  llvm::ArrayRef<LegacyMember> Members;
};

/// The members of a struct, in their order.
llvm::SmallVector<const llvm::DIDerivedType *, 9> membersOf(const llvm::DICompositeType &Struct);

/// The one that more of the members belong to: both begin with `type`.
const LegacyAbi &nearestAbi(llvm::ArrayRef<const llvm::DIDerivedType *> Members);

/// \returns the first member of a struct bpf_elf_map or bpf_map_def that neither loader's struct has, and that is no
/// misspelling: the header of a project with its own loader declares it so. Null if there is none.
const llvm::DIDerivedType *memberOfAnotherLoader(const llvm::DICompositeType &Struct);

/// What is wrong with the member at a place, counted from 0; empty where nothing is.
std::string wrongMember(const llvm::DIDerivedType &At, size_t Place, const LegacyAbi &Of);

} // namespace bpf

#endif
