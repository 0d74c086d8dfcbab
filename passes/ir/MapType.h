// What the definition of a map says of its keys and values.
#ifndef BPFTOOLCHAIN_PASSES_IR_MAPTYPE_H
#define BPFTOOLCHAIN_PASSES_IR_MAPTYPE_H

#include <cstdint>
#include <optional>

namespace llvm {
class Value;
}

namespace bpf {

struct MapType {
  std::optional<uint64_t> KeyBytes; ///< nothing where the definition does not say
  std::optional<uint64_t> ValueBytes;
};

/// Reads the debug information of a map that is defined in .maps (`__type(key, ...)`, `__uint(key_size, ...)`), as
/// libbpf reads its BTF: parse_btf_map_def(). Nothing for another value.
std::optional<MapType> mapTypeOf(const llvm::Value &Map);

} // namespace bpf

#endif
