// A function that the library gets is called here too.
#include "tests/fuzz/Exercise.h"
#include <cstdio>
#include <cstdlib>

namespace bpf::btf {

static void exerciseMerge(const TypeGraph &Types, const std::shared_ptr<const TypeGraph> &Base) {
  MergeInput Twice[] = {{&Types, "one"}, {&Types, "other"}};
  Result<TypeGraph> Merged = merge(Twice, Base);
  // Damaged data sections may grow too large, or a name have two definitions.
  if (!Merged)
    return;
  Bytes Raw = encode(*Merged);
  Result<TypeGraph> Again = decode(Raw, Base);
  require(bool(Again), "what was merged can be decoded");
  MergeInput Once[] = {{&*Again, "merged"}};
  Result<TypeGraph> Stable = merge(Once, Base);
  require(bool(Stable) && encode(*Stable) == Raw, "what was merged does not change when it is merged again");
}

void require(bool Promise, const char *Which) {
  if (Promise)
    return;
  std::fprintf(stderr, "broken: %s\n", Which);
  std::abort();
}

void exercise(const TypeGraph &Types, std::shared_ptr<const TypeGraph> Base) {
  Bytes Raw = encode(Types);
  Result<TypeGraph> Again = decode(Raw, Base);
  require(bool(Again), "what was encoded can be decoded");
  require(encode(*Again) == Raw, "what is decoded and encoded stays the same");
  TextOutput Nowhere([](std::string_view) {});
  std::vector<TypeId> All = ownTypes(Types);
  dumpRaw(Types, All, Nowhere);
  dumpC(Types, All, Nowhere);
  dumpLayout(Types, All, Nowhere);
  dumpJson(Types, All, nullptr, Nowhere);
  check(Types);
  require(compare(Types, *Again).empty(), "what was encoded and decoded does not differ");
  KindSet Old = KindSet::all().without(Kind::Enum64).without(Kind::Float).without(Kind::DeclTag).without(Kind::TypeTag);
  TypeFile Limited = limit({Types, {}, false}, {Old, false});
  require(bool(decode(encode(Limited.Types), Base)), "what was limited can be decoded");
  exerciseMerge(Types, Base);
}

void exercise(const Extension &Code, const TypeGraph &Types) {
  Bytes Raw = encodeExtension(Code, Types.Order);
  Result<Extension> Again = decodeExtension(Raw, Types);
  require(bool(Again), "an extension that was encoded can be decoded");
  require(encodeExtension(*Again, Types.Order) == Raw, "an extension that is decoded and encoded stays the same");
}

} // namespace bpf::btf
