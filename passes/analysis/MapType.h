// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The contents of a map's definition.
#ifndef BPFTOOLCHAIN_PASSES_ANALYSIS_MAPTYPE_H
#define BPFTOOLCHAIN_PASSES_ANALYSIS_MAPTYPE_H

#include <cstdint>
#include <optional>
#include <vector>

namespace llvm {
class DICompositeType;
class DIDerivedType;
class Value;
} // namespace llvm

namespace bpf {

struct MapType {
  std::optional<uint64_t> KeyBytes; ///< nothing if the definition has none
  std::optional<uint64_t> ValueBytes;
  std::optional<uint64_t> Type; ///< of enum bpf_map_type
  std::optional<uint64_t> Entries;
  std::optional<uint64_t> Flags;
  bool HasTypes = false;                              ///< key and value are types, not sizes alone
  bool HasValues = false;                             ///< there is a member `values`
  const llvm::DICompositeType *Inner = nullptr;       ///< the definition of the maps that are its values
  std::vector<const llvm::DIDerivedType *> Members{}; ///< as they are written
};

/// Reads the debug information of a map that is defined in .maps (`__type(key, ...)`, `__uint(key_size, ...)`), as
/// libbpf reads its BTF: parse_btf_map_def(). Nothing for another value.
std::optional<MapType> mapTypeOf(const llvm::Value &Map);

/// The same of the struct itself.
MapType readMapType(const llvm::DICompositeType &Definition);

} // namespace bpf

#endif
