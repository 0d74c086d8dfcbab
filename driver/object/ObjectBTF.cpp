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
  // Chains of types that are too long for us stay as LLVM wrote them.
  if (!File && File.error().IsLimit)
    return Part;
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
  // Chains of types that are too long for us stay as LLVM wrote them.
  if (!File && File.error().IsLimit)
    return Object;
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

/// "function decide" or "variable limit", as btf::compare() names what differs.
static bool isAbout(const btf::Difference &Each, StringRef Symbol) {
  StringRef Text = Each.Text;
  return (Text.consume_front("function ") || Text.consume_front("variable ")) && Text == Symbol;
}

std::optional<std::pair<std::string, std::string>> differingDeclarations(const Bytes &First, const Bytes &Second,
                                                                         StringRef Symbol) {
  btf::Result<btf::TypeFile> A = btf::decodeFile({First.data(), First.size()});
  btf::Result<btf::TypeFile> B = btf::decodeFile({Second.data(), Second.size()});
  if (!A || !B)
    return std::nullopt;
  for (const btf::Difference &Each : btf::compare(A->Types, B->Types)) {
    if (!isAbout(Each, Symbol))
      continue;
    for (const btf::Difference &Part : Each.Parts)
      if (StringRef Text = Part.Text; Text.consume_front("type: "))
        return std::pair(Text.split(" -> ").first.str(), Text.split(" -> ").second.str());
  }
  return std::nullopt;
}

Expected<Bytes> renameInTypes(const Bytes &Object, StringRef Symbol, StringRef NewName) {
  constexpr char What[] = "cannot rename a symbol in the BTF of the object";
  btf::ByteView View(Object.data(), Object.size());
  btf::Result<btf::TypeFile> File = btf::decodeFile(View);
  if (!File)
    return failure(What, File.error());
  btf::TypeGraph &Types = File->Types;
  for (btf::TypeId Id = Types.firstOwn(); Id < Types.end(); ++Id)
    if ((Types[Id].What == btf::Kind::Function || Types[Id].What == btf::Kind::Variable) &&
        StringRef(Types.name(Id)) == Symbol)
      Types.change(Id).Name = Types.Strings.add(NewName);
  btf::Result<btf::Bytes> Written = btf::attach(View, Types, File->Code ? &*File->Code : nullptr);
  if (!Written)
    return failure(What, Written.error());
  return Bytes(Written->begin(), Written->end());
}

} // namespace bpf
