// Types for the keys and values of maps whose definitions have sizes alone, so that `bpftool map dump` prints members.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_MAPTYPES_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_MAPTYPES_H

#include "passes/ir/LegacyMap.h"

namespace llvm {
class DIType;
} // namespace llvm

namespace bpf {

/// Both, or neither: the kernel takes no types of keys alone.
struct KeyAndValue {
  llvm::DIType *Key = nullptr;
  llvm::DIType *Value = nullptr;
};

/// Of BPF_ANNOTATE_KV_PAIR(NAME, ...), else what all calls of helpers that the map is given to agree in. Neither for a
/// type of map that the kernel takes without.
/// \param R gets an annotation that does not fit.
KeyAndValue typesOf(const LegacyMap &Map, llvm::Module &M, Report R);

/// Takes out the variable that such an annotation left, in a section that no loader knows.
void dropAnnotation(llvm::StringRef Map, llvm::Module &M);

} // namespace bpf

#endif
