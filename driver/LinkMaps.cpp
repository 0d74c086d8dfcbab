// libbpf would name the second object alone, and the number of a symbol.
#include "driver/LinkMaps.h"
#include "btf/BTF.h"
#include "llvm/Support/FormatVariadic.h"
#include <map>
#include <set>

using namespace llvm;

namespace bpf {

/// By name the maps that an object defines; nothing where it has no types that could be read.
static std::set<std::string> mapsOf(const Bytes &Object) {
  std::set<std::string> Maps;
  btf::Result<btf::TypeFile> File = btf::decodeFile({Object.data(), Object.size()});
  if (!File)
    return Maps;
  const btf::TypeGraph &Types = File->Types;
  for (btf::TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    if (Types[Id].What == btf::Kind::DataSection && Types.name(Id) == ".maps")
      for (const btf::SectionVariable &Each : Types.variables(Id))
        if (Types[Each.Variable].Detail == uint32_t(btf::Linkage::Global))
          Maps.emplace(Types.name(Each.Variable));
  return Maps;
}

Error checkMapsOnce(ArrayRef<NamedObject> Objects) {
  std::map<std::string, StringRef> Definers;
  for (const NamedObject &Each : Objects)
    for (const std::string &Map : mapsOf(Each.Object))
      if (auto [First, IsNew] = Definers.try_emplace(Map, Each.Name); !IsNew)
        return createStringError(
            formatv(
                "the map '{0}' is defined in '{1}' and in '{2}'; of a definition in a header each source that includes "
                "it has its own: leave it in one, and declare it extern, in '.maps', in the others",
                Map, First->second, Each.Name)
                .str());
  return Error::success();
}

} // namespace bpf
