// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Maps as they were defined before BTF: a struct of numbers in section `maps`.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_LEGACYMAP_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_LEGACYMAP_H

#include "passes/Check.h"
#include <cstdint>

namespace llvm {
class GlobalVariable;
class Module;
} // namespace llvm

namespace bpf {

/// The section of such definitions, for every loader that ever read them.
inline constexpr llvm::StringLiteral LegacySection = "maps";

struct LegacyMap {
  const llvm::GlobalVariable *Variable = nullptr;
  uint32_t Type = 0; ///< of enum bpf_map_type
  uint32_t KeyBytes = 0;
  uint32_t ValueBytes = 0;
  uint32_t MaxEntries = 0;
  uint32_t Flags = 0;
  // Only iproute2's has these.
  uint32_t Id = 0;         ///< by which sections of tail calls and maps of maps name it; 0 where it has none
  uint32_t Pinning = 0;    ///< 0 none, 1 PIN_OBJECT_NS, 2 PIN_GLOBAL_NS, others by a file of iproute2's
  uint32_t InnerId = 0;    ///< the Id of the maps that a map of maps holds
  uint32_t InnerIndex = 0; ///< its slot in a map of maps; all ones for a template
};

/// The definitions of a module, known by their members whatever the struct is called; at the end members may be
/// missing.
/// \param R gets what is wrong with the others.
std::vector<LegacyMap> legacyMaps(const llvm::Module &M, Report R);

/// A Finding at the definition of a map.
Finding findingAtDefinition(const llvm::GlobalVariable &Map, Severity Sev, std::string Message, std::string Remedy);

} // namespace bpf

#endif
