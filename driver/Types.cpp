// The work is done by btf/; it knows neither Target nor LLVM.
#include "driver/Types.h"
#include "btf/BTF.h"

using namespace llvm;

namespace bpf {

static Error failure(const btf::Error &E) {
  return createStringError(inconvertibleErrorCode(), "the types of the object cannot be finished: " + E.Message);
}

/// What the target's kernel knows. What an object needs for its loader, maps and functions, stays: libbpf takes it
/// away itself for a kernel that does not know it.
static btf::Knowledge knowledgeOf(const Target &For) {
  btf::Knowledge Known;
  constexpr std::pair<Feature, btf::Kind> Later[] = {{Feature::TypeFloat, btf::Kind::Float},
                                                     {Feature::TypeDeclTag, btf::Kind::DeclTag},
                                                     {Feature::TypeTypeTag, btf::Kind::TypeTag},
                                                     {Feature::TypeEnum64, btf::Kind::Enum64}};
  for (auto [Needed, Kind] : Later)
    if (!For.has(Needed))
      Known.Kinds = Known.Kinds.without(Kind);
  Known.FunctionLinkage = For.has(Feature::TypeFunctionLinkage);
  return Known;
}

Expected<Bytes> finishTypes(Bytes Object, const Target &For) {
  btf::ByteView View(Object.data(), Object.size());
  if (!btf::hasTypes(View))
    return Object;
  btf::Result<btf::TypeFile> File = btf::decodeFile(View);
  if (!File)
    return failure(File.error());
  if (btf::Result<btf::Done> Finished = btf::finish(File->Types, View); !Finished)
    return failure(Finished.error());
  // Where it was not named it is the running one, and the same sources are to give the same bytes anywhere.
  if (For.kernelIsNamed())
    File = btf::limit(*File, knowledgeOf(For));
  btf::Result<btf::Bytes> Written = btf::attach(View, File->Types, File->Code ? &*File->Code : nullptr);
  if (!Written)
    return failure(Written.error());
  return Bytes(Written->begin(), Written->end());
}

} // namespace bpf
