// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A map as loaders read it today: a variable in .maps that is described by its type, `__uint(max_entries, 8)` etc.
#ifndef BPFTOOLCHAIN_PASSES_TRANSFORM_MAPDECLARATION_H
#define BPFTOOLCHAIN_PASSES_TRANSFORM_MAPDECLARATION_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace llvm {
class Constant;
class DIType;
class GlobalVariable;
class Module;
} // namespace llvm

namespace bpf {

struct MapDeclaration {
  /// `__uint(name, number)`, in their order; a loader treats a missing one as 0.
  std::vector<std::pair<llvm::StringRef, uint32_t>> Numbers;
  llvm::DIType *Key = nullptr; ///< `__type(key, ...)`
  llvm::DIType *Value = nullptr;

  enum class Holds { Data, Programs, Maps } What = Holds::Data;
  /// Of the maps that a map of maps holds.
  std::shared_ptr<MapDeclaration> Inner;
  /// `.values = {[slot] = ...}`: programs or maps that the loader puts there.
  std::map<uint32_t, llvm::Constant *> Slots;
};

/// Puts the declaration in the place of the variable: its name, its line, its uses. A loader wants maps to be global.
void declareMap(llvm::Module &M, llvm::GlobalVariable &InPlaceOf, const MapDeclaration &Map);

} // namespace bpf

#endif
