// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The work is done by btf/; it knows neither Target nor LLVM.
#include "driver/object/ObjectBTF.h"
#include "btf/BTF.h"

using namespace llvm;

namespace bpf {

static Error failure(const Twine &What, const btf::Error &E) { return createStringError(What + ": " + E.Message); }

Expected<Bytes> addTypesOfDwarf(Bytes Object) {
  constexpr char What[] = "cannot make BTF from the object's debug information";
  btf::ByteView View(Object.data(), Object.size());
  if (btf::hasTypes(View) || !btf::hasDwarf(View))
    return Object;
  btf::Result<btf::TypeGraph> Types = btf::decodeDwarf(View, {.Features = btf::defaultFeatures()});
  if (!Types)
    return failure(What, Types.error());
  btf::Result<btf::Bytes> Written = btf::attach(View, *Types, nullptr);
  if (!Written)
    return failure(What, Written.error());
  return Bytes(Written->begin(), Written->end());
}

/// What the target's kernel knows. What an object needs for its loader, maps and functions, stays: libbpf removes it
/// away itself for a kernel that does not know it.
static btf::Knowledge knowledgeOf(const Target &T) {
  btf::Knowledge Known;
  constexpr std::pair<Feature, btf::Kind> Later[] = {{Feature::TypeFloat, btf::Kind::Float},
                                                     {Feature::TypeDeclTag, btf::Kind::DeclTag},
                                                     {Feature::TypeTypeTag, btf::Kind::TypeTag},
                                                     {Feature::TypeEnum64, btf::Kind::Enum64}};
  for (auto [Needed, Kind] : Later)
    if (!T.has(Needed))
      Known.Kinds = Known.Kinds.without(Kind);
  Known.FunctionLinkage = T.has(Feature::TypeFunctionLinkage);
  return Known;
}

Expected<Bytes> orderTypes(Bytes Part) {
  constexpr char What[] = "cannot order the types of a linked part";
  btf::ByteView View(Part.data(), Part.size());
  if (!btf::hasTypes(View))
    return Part;
  btf::Result<btf::TypeFile> File = btf::decodeFile(View);
  if (!File)
    return failure(What, File.error());
  btf::orderForwards(*File);
  if (btf::Result<btf::Done> Written = btf::overwrite(Part, File->Types); !Written)
    return failure(What, Written.error());
  return Part;
}

Expected<Bytes> finishTypes(Bytes Object, const Target &T) {
  constexpr char What[] = "cannot finalize the BTF of the object";
  btf::ByteView View(Object.data(), Object.size());
  if (!btf::hasTypes(View))
    return Object;
  btf::Result<btf::TypeFile> File = btf::decodeFile(View);
  if (!File)
    return failure(What, File.error());
  btf::orderForwards(*File);
  if (btf::Result<btf::Done> Finished = btf::finish(File->Types, View); !Finished)
    return failure(What, Finished.error());
  // Where it was not named it is the running one, and the same sources are to give the same bytes anywhere.
  if (T.kernelIsNamed())
    File = btf::limit(*File, knowledgeOf(T));
  btf::Result<btf::Bytes> Written = btf::attach(View, File->Types, File->Code ? &*File->Code : nullptr);
  if (!Written)
    return failure(What, Written.error());
  return Bytes(Written->begin(), Written->end());
}

} // namespace bpf
